"""The running portal: web server, worker and clock on its own servers."""

import os
import shutil
import time
from pathlib import Path

from machine import catalogue, django, environment, packages, signals, static_files
from machine.crew import Crew
from machine.places import LOCAL, PORTAL_STATE, program
from machine.ports import HOST, free_port, is_served
from machine.refusal import Refusal
from machine.role import SCHEDULE, Role
from machine.servers import given, servers
from machine.variables import for_portal

WEB = (
    *("gunicorn", "iclei_portal.wsgi", "--worker-class=gthread", "--workers=2"),
    *("--threads=4", "--graceful-timeout=3", "--no-control-socket"),
)
# Both editions of a report at once; previews of a chapter never wait for editions.
WORKER = (
    *("celery", "--quiet", "-A", "iclei_portal", "worker", "--queues=editions"),
    *("--concurrency=2", "--loglevel=INFO", "--without-gossip", "--without-mingle"),
)
PREVIEWS = (
    *("celery", "--quiet", "-A", "iclei_portal", "worker", "--queues=previews"),
    *("--concurrency=1", "--hostname=previews@%h", "--loglevel=INFO"),
    *("--without-gossip", "--without-mingle"),
)
BEAT = ("celery", "--quiet", "-A", "iclei_portal", "beat", "--loglevel=INFO")


def set_up() -> None:
    """Install what running the portal needs, where it is missing.

    The portal's account reads what root makes here, whatever root's umask.
    """
    before = os.umask(0o022)
    try:
        packages.provide(packages.PORTAL if given() else packages.WITH_SERVERS)
        environment.provide(environment.BASE)
        catalogue.compile_all()
        LOCAL.mkdir(exist_ok=True)
    finally:
        os.umask(before)


def run() -> None:
    """Run the portal until the person ends it or one of its processes ends."""
    set_up()
    with servers(PORTAL_STATE, durable=True) as addresses:
        serve(prepared(addresses))


def serve(role: Role) -> None:
    """Start the portal's processes, print its address and stay with them."""
    port = free_port(role.variables.get("PORT", "8000"))
    crew = Crew(role.account, width=len("previews"))
    try:
        for name, (word, *rest) in {
            "web": (*WEB, f"--bind={HOST}:{port}"),
            "worker": WORKER,
            "previews": PREVIEWS,
            "beat": (*BEAT, f"--schedule={SCHEDULE}"),
        }.items():
            crew.add(name, [program(word), *rest], role.variables)
        while crew.ended.empty() and not is_served(port):
            time.sleep(0.1)
        print(f"The portal: http://{HOST}:{port}/ (Ctrl-C ends it)", flush=True)
        raise Refusal(f"The portal stops, because {crew.first_to_end()}.")
    except signals.Ended:
        print("The portal stops.", flush=True)
    finally:
        crew.dismiss()


def report(fiscal_year: str, language: str, out: str) -> None:
    """Write one edition of the annual report to a PDF file."""
    file = Path(out).absolute()
    if file.is_dir() or not os.access(file if file.exists() else file.parent, os.W_OK):
        raise Refusal(f"{file} cannot be written.")
    set_up()
    with servers(PORTAL_STATE, durable=True) as addresses:
        role = prepared(addresses)
        # Who renders may be unable to write where the person can.
        with role.scratch() as folder:
            draft = folder / "report.pdf"
            edition = (fiscal_year, "--language", language, "--output", str(draft))
            said = django.answer("render_report", *edition, role=role)
            copy(draft, file)
    print(said.replace(str(draft), str(file)), end="")


def copy(draft: Path, file: Path) -> None:
    """Write a file whose maker is not trusted with a link under its name."""
    opened = os.open(draft, os.O_RDONLY | os.O_NOFOLLOW)
    try:
        with os.fdopen(opened, "rb") as source, file.open("wb") as target:
            shutil.copyfileobj(source, target)
    except OSError as error:
        raise Refusal(f"{file} cannot be written: {error.strerror}.") from error


def manage(words: list[str]) -> None:
    """Run a management command on the portal's own servers."""
    set_up()
    with servers(PORTAL_STATE, durable=True) as addresses:
        django.manage(*words, role=Role.for_portal(for_portal(addresses)))


def prepared(addresses: dict[str, str]) -> Role:
    """Bring records and static files up to date; return the role to go on with."""
    role = Role.for_portal(for_portal(addresses))
    django.manage("prepare_portal", role=role)
    static_files.collect(role)
    return role
