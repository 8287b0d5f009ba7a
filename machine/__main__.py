"""The words of the command line: `python3 -m machine run`, `test` and so on."""

import argparse
import sys
from collections.abc import Callable

from machine import portal, signals, suite
from machine.refusal import Refusal

AFTER_A_SIGNAL = 130


def parser() -> argparse.ArgumentParser:
    """Describe the words and what each takes."""
    words = argparse.ArgumentParser(prog="python3 -m machine", description=__doc__)
    word = words.add_subparsers(dest="word", required=True)
    word.add_parser("run", help="run the portal until Ctrl-C")
    word.add_parser("check", help="try all gates: lint, types, migrations, words")
    word.add_parser("messages", help="gather and compile the words to translate")
    manage = word.add_parser("manage", help="run a management command of Django's")
    manage.add_argument("arguments", nargs=argparse.REMAINDER, help="passed to it")
    test = word.add_parser("test", help="check, then run the tests")
    test.add_argument("arguments", nargs=argparse.REMAINDER, help="passed to pytest")
    word.add_parser("accessibility", help="test the site, write its statement")
    word.add_parser("chaos", help="kill the portal at random while it renders")
    bench = word.add_parser("bench", help="measure how fast and how large")
    bench.add_argument("arguments", nargs=argparse.REMAINDER, help="the figures")
    report = word.add_parser("report", help="write an annual report to a PDF file")
    report.add_argument("fiscal_year", help="the year it begins in, such as 2021")
    report.add_argument("language", choices=("ja", "en", "ja-en"))
    report.add_argument("out", help="the file to write")
    return words


def action(asked: argparse.Namespace) -> Callable[[], None]:
    """Return what carries out the word."""
    words = [word for word in getattr(asked, "arguments", ()) if word != "--"]
    actions: dict[str, Callable[[], None]] = {
        "run": portal.run,
        "check": suite.check,
        "messages": suite.messages,
        "manage": lambda: portal.manage(asked.arguments),
        "test": lambda: suite.test(words),
        "accessibility": suite.accessibility,
        "chaos": suite.chaos,
        "bench": lambda: suite.bench(words),
        "report": lambda: portal.report(asked.fiscal_year, asked.language, asked.out),
    }
    return actions[asked.word]


def main() -> int:
    """Carry out the word and return the exit code."""
    asked = parser().parse_args()
    try:
        with signals.heeded():
            action(asked)()
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except signals.Ended:
        return AFTER_A_SIGNAL
    return 0


if __name__ == "__main__":
    sys.exit(main())
