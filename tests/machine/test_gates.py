import os

import pytest

from machine import gates
from machine.gates import Gate
from machine.refusal import Refusal

OPEN = Gate("open", ("python", "-c", "print('fine')"))
CLOSED = Gate("closed", ("python", "-c", "raise SystemExit('line 3 is too long')"))
SILENT = Gate("silent", ("python", "-c", "raise SystemExit(1)"))


@pytest.mark.parametrize(
    ("gate", "fault"),
    [(OPEN, ""), (CLOSED, "line 3 is too long\n"), (SILENT, "it says nothing")],
    ids=["open", "closed", "silent"],
)
def test_gate_tells_its_fault(gate: Gate, fault: str) -> None:
    assert gate.fault(os.environ) == fault


def test_gate_adds_its_own_variables() -> None:
    code = "import os; raise SystemExit(os.environ['DEBUG'])"

    fault = Gate("debug", ("python", "-c", code), {"DEBUG": "maybe"}).fault(os.environ)

    assert fault == "maybe\n"


def test_first_closed_gate_stops_the_rest(capsys: pytest.CaptureFixture[str]) -> None:
    checks = [(gate.name, gate.fault) for gate in (OPEN, CLOSED, SILENT)]

    with pytest.raises(Refusal, match="The gate `closed` is closed"):
        gates.pass_all(os.environ, checks)

    printed = capsys.readouterr().out.split()
    assert [printed[0], printed[3]] == ["open", "closed"]
    assert printed[6:] == ["failed", "line", "3", "is", "too", "long"]


def test_gates_are_these() -> None:
    assert [name for name, _ in gates.CHECKS] == [
        "lint",
        "format",
        "types",
        "imports",
        "templates",
        "migrations",
        "deployment",
        "messages",
    ]
