"""Long-running processes that stand and fall together."""

import subprocess
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from queue import SimpleQueue

from machine.account import Account
from machine.places import ROOT
from machine.watchman import SECONDS_OF_GRACE, Watchman, end_groups


@dataclass
class Crew:
    """Starts processes, passes on what they print, and ends them all.

    Each process leads a group of its own, so that Ctrl-C in the terminal
    reaches only the caller, who ends them in good order.
    """

    account: Account = field(default_factory=Account.of_caller)
    grace: float = SECONDS_OF_GRACE
    width: int = 6
    members: dict[str, subprocess.Popen[str]] = field(default_factory=dict)
    followers: list[threading.Thread] = field(default_factory=list)
    ended: SimpleQueue[str] = field(default_factory=SimpleQueue)
    watchman: Watchman = field(default_factory=Watchman)

    def add(self, name: str, command: Sequence[str], env: Mapping[str, str]) -> None:
        """Start a process whose lines are printed behind its name."""
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
            **self.account.switch,
        )
        self.watchman.note("+", process.pid)
        self.members[name] = process
        follower = threading.Thread(
            target=self._follow, args=(name, process), daemon=True
        )
        follower.start()
        self.followers.append(follower)

    def first_to_end(self) -> str:
        """Wait until one process ends, and say which, with its exit code."""
        name = self.ended.get()
        return f"{name} ended with exit code {self.members[name].wait()}"

    def dismiss(self) -> None:
        """End all processes within seconds, those that will not by force."""
        end_groups([process.pid for process in self.members.values()], self.grace)
        for process in self.members.values():
            process.wait()
            self.watchman.note("-", process.pid)
        for follower in self.followers:
            follower.join(self.grace)
        self.watchman.dismiss()

    def _follow(self, name: str, process: subprocess.Popen[str]) -> None:
        """Print a process's lines until it ends."""
        with process:
            for line in process.stdout or ():
                # When nobody reads any more, the process must not block.
                with suppress(OSError):
                    print(f"{name:<{self.width}} | {line}", end="", flush=True)
        self.ended.put(name)
