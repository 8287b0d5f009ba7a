"""The repository keeps its own rules."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib import admin
from django.db.models import Model

from reports.contents.chapters import CHAPTERS

ROOT = Path(__file__).resolve().parents[2]
OWN_APPS = {"about", "pictures", "members", "initiatives", "events", "news", "reports"}
PACKAGES = (
    "iclei_portal",
    "members",
    "initiatives",
    "events",
    "news",
    "reports",
    "typefaces",
    "bench",
)
EMPTY_NAMES = re.compile(r"^(utils?|helpers?|common|misc|services?|core)(\.py)?$")
# Rows of another record's page, without a page of their own.
INLINE = {
    "Allowance", "CriteriaVersion", "EventOrganisation", "EventParticipant",
    "InitiativeFact", "MunicipalityDocument", "Population", "RoundEntry",
    "SectionText", "SessionHost", "SessionLink", "SessionPart",
}  # fmt: skip
# What was frozen: nobody edits it, and it is its own history.
FROZEN = {"Snapshot", "Version"}


def own_models() -> list[type[Model]]:
    return [
        model
        for model in apps.get_models()
        if model._meta.app_label in OWN_APPS
        and not model.__name__.startswith("Historical")
        and not model._meta.auto_created
    ]


def sources() -> Iterator[Path]:
    for package in PACKAGES:
        for path in sorted((ROOT / package).rglob("*.py")):
            if "migrations" not in path.parts:
                yield path


@pytest.mark.parametrize("model", own_models(), ids=lambda model: model.__name__)
def test_record_is_edited_in_the_admin_and_has_a_name(model: type[Model]) -> None:
    inlines = {
        inline.model
        for model_admin in admin.site._registry.values()
        for inline in model_admin.inlines
    }

    edited = admin.site.is_registered(model) or model in inlines
    assert edited is (model.__name__ not in FROZEN)
    assert model.__str__ is not Model.__str__


def test_rows_without_a_page_are_the_known_ones() -> None:
    rows = {
        model.__name__ for model in own_models() if not admin.site.is_registered(model)
    }

    assert rows == INLINE | FROZEN


@pytest.mark.parametrize("model", own_models(), ids=lambda model: model.__name__)
def test_record_keeps_its_history(model: type[Model]) -> None:
    without = {"User", "RenderJob", *FROZEN}

    assert hasattr(model, "history") is (model.__name__ not in without)


def test_no_file_is_named_for_nothing() -> None:
    assert [path for path in sources() if EMPTY_NAMES.match(path.name)] == []


def test_no_file_is_longer_than_250_lines() -> None:
    long = {
        str(path.relative_to(ROOT)): count
        for path in sources()
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > 250
    }

    assert long == {}


def test_imports_stand_at_the_top() -> None:
    inside = [
        f"{path.relative_to(ROOT)}:{inner.lineno}"
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]

    assert inside == []


def test_every_template_is_used() -> None:
    folder = ROOT / "templates"
    texts = [
        path.read_text(encoding="utf-8")
        for path in (*sources(), *folder.rglob("*.html"))
    ]
    by_name = {"400.html", "403.html", "404.html", "500.html", "admin/base_site.html"}
    by_name |= {f"reports/edition/{chapter.key}.html" for chapter in CHAPTERS}
    unused = [
        name
        for path in sorted(folder.rglob("*.html"))
        if (name := str(path.relative_to(folder))) not in by_name
        and not any(f'"{name}"' in text for text in texts)
    ]

    assert unused == []


def test_no_page_carries_script_or_style_of_its_own() -> None:
    own = re.compile(
        r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=", re.IGNORECASE
    )
    found = [
        str(path.relative_to(ROOT))
        for path in sorted((ROOT / "templates").rglob("*.html"))
        if own.search(path.read_text(encoding="utf-8"))
    ]

    assert found == []


def test_decisions_are_numbered_without_gaps_and_short() -> None:
    records = sorted((ROOT / "docs" / "decisions").glob("*.md"))

    assert [int(path.name[:4]) for path in records] == list(range(1, len(records) + 1))
    for path in records:
        text = path.read_text(encoding="utf-8")
        assert text.startswith(f"# {int(path.name[:4])}. ")
        assert len(text.splitlines()) <= 50
