"""The tests, the gates before them, and the words to translate."""

import subprocess

from machine import catalogue, django, environment, gates, packages
from machine.places import ROOT, TEST_STATE, program
from machine.refusal import Refusal
from machine.role import Role
from machine.servers import servers
from machine.variables import data_folder, for_tests

# A file's tests share one process, and so its data set and its browser.
SHARED_OUT = ("-n2", "--dist=loadfile")
# Coverage says something only of all tests.
WHOLE = ("--cov", "--cov-report=term")

STATEMENT = ROOT / "iclei_portal" / "pages" / "accessibility.json"


def set_up() -> None:
    """Install what the gates and tests need, where it is missing."""
    packages.provide(packages.TESTS)
    environment.provide(environment.DEV)
    catalogue.compile_all()


def check() -> None:
    """Try all gates on servers of their own."""
    set_up()
    with servers(TEST_STATE, durable=False) as addresses:
        gates.pass_all(for_tests(addresses))


def test(arguments: list[str]) -> None:
    """Try all gates, then run the tests; arguments go to pytest."""
    set_up()
    with servers(TEST_STATE, durable=False) as addresses:
        variables = for_tests(addresses)
        # The web server looks for collected files; the tests serve plain ones.
        (data_folder(variables) / "static").mkdir(exist_ok=True)
        gates.pass_all(variables)
        command = [program("pytest"), *SHARED_OUT, *(arguments or WHOLE)]
        done = subprocess.run(command, cwd=ROOT, env=variables, check=False)
    if done.returncode:
        raise Refusal("Tests failed; pytest says above which.")


def accessibility() -> None:
    """Test the public site, and write what the accessibility statement prints."""
    set_up()
    with servers(TEST_STATE, durable=False) as addresses:
        variables = for_tests(addresses)
        (data_folder(variables) / "static").mkdir(exist_ok=True)
        command = [program("pytest"), *SHARED_OUT, "-p", "tests.accessibility"]
        command += [f"--accessibility={STATEMENT}", "tests/browser", "tests/site"]
        # It reads what this run is about to write.
        command += ["--ignore=tests/site/test_statement.py"]
        done = subprocess.run(command, cwd=ROOT, env=variables, check=False)
    if done.returncode:
        raise Refusal("Tests failed; pytest says above which.")


def chaos() -> None:
    """Kill the portal at random while it renders, and see whether all is done."""
    set_up()
    with servers(TEST_STATE, durable=False) as addresses:
        command = [program("pytest"), "-n0", "-s", "tests/reports/test_chaos.py"]
        done = subprocess.run(command, cwd=ROOT, env=for_tests(addresses), check=False)
    if done.returncode:
        raise Refusal("Something was lost; pytest says above what.")


def bench(arguments: list[str]) -> None:
    """Measure; arguments name the figures."""
    set_up()
    with servers(TEST_STATE, durable=False) as addresses:
        command = [program("python"), "-m", "bench", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=for_tests(addresses), check=False)
    if done.returncode:
        raise Refusal("It could not be measured; the reason stands above.")


def messages() -> None:
    """Gather the words to translate into the Japanese catalogue, and compile it."""
    set_up()
    with servers(TEST_STATE, durable=False) as addresses:
        django.manage(*catalogue.GATHER, role=Role.of_caller(for_tests(addresses)))
    catalogue.compile_all()
