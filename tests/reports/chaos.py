"""Who kills the processes of a portal at random."""

import os
import random
import signal
from dataclasses import dataclass

from bench.processes import descendants, parents, wait_for
from bench.stage import Stage

# A job whose attempt is lost with these; that of others goes on.
COSTLY = ("worker", "child", "document")
KINDS = (*COSTLY, "renderer", "beat", "redis", "postgres", "backend")
# Documents are printed fast; others are there at any moment.
PATIENCE = {kind: 0.5 if kind == "document" else 2.5 for kind in KINDS}
LAST_ATTEMPT = """SELECT 1 FROM reports_renderjob
    WHERE state = 'rendering' AND attempt >= 3"""


@dataclass
class Killer:
    """Kills at random, so that each kind has its turn."""

    stage: Stage
    chance: random.Random

    def kinds(self, kills: int) -> list[str]:
        """Return what to kill, in a random order."""
        kinds = [KINDS[number % len(KINDS)] for number in range(kills)]
        self.chance.shuffle(kinds)
        return kinds

    def kill(self, kind: str) -> None:
        """Kill a process of a kind; what stood under it must end by itself.

        A job on its last attempt is spared what would end it: lost a third time, it
        would rightly fail.
        """
        if kind in COSTLY:
            wait_for(lambda: not self.stage.ask(LAST_ATTEMPT), 60)
        gone = wait_for(lambda: self._killed(kind), 60)
        wait_for(lambda: not parents().keys() & gone, 20)

    def _killed(self, kind: str) -> set[int]:
        """Return who was killed and who stood under them; nobody if none was there."""
        found = self.stage.processes(kind)
        if not found:
            return set()
        victim = self.chance.choice(found)
        below = set(descendants(victim))
        try:
            os.kill(victim, signal.SIGKILL)
        except ProcessLookupError:
            return set()
        return {victim, *below}
