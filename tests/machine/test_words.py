"""The words of the command line, and of make, as a person types them."""

import subprocess
import sys

from machine.places import ROOT


def typed(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, cwd=ROOT, check=False, capture_output=True, text=True
    )


def test_make_alone_lists_the_words() -> None:
    listed = typed("make").stdout.splitlines()

    assert [line.split()[0] for line in listed] == [
        "help",
        "run",
        "test",
        "check",
        "report",
        "accessibility",
        "chaos",
        "bench",
        "messages",
        "lock",
        "clean",
    ]


def test_make_without_python_says_one_sentence() -> None:
    done = typed("make", "PYTHON=", "run")

    assert done.returncode != 0
    assert done.stderr.splitlines()[0].startswith("Python 3.11 or newer is needed:")


def test_make_report_passes_on_its_three_words() -> None:
    words = ("FY=2021", "LANGUAGE=en", "OUT=report.pdf")

    shown = typed("make", "--dry-run", "report", *words)

    assert shown.stdout.endswith('-m machine report 2021 en "report.pdf"\n')


def test_make_report_takes_no_language_from_the_persons_own_environment() -> None:
    shown = typed("env", "LANGUAGE=fr:de", "make", "--dry-run", "report")

    assert shown.stdout.endswith(' report 2021 ja "report-fy2021-ja.pdf"\n')


def test_unknown_word_is_refused_with_the_known_ones() -> None:
    done = typed(sys.executable, "-m", "machine", "fly")

    assert done.returncode == 2
    assert "run" in done.stderr
    assert done.stdout == ""
