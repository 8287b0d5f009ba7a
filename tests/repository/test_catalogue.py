"""Every word of the interface stands in Japanese."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

CATALOGUE = (
    Path(__file__).resolve().parents[2] / "locale" / "ja" / "LC_MESSAGES" / "django.po"
)
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


class Entry(NamedTuple):
    source: str
    translations: list[str]
    is_fuzzy: bool


def entries() -> Iterator[Entry]:
    for block in CATALOGUE.read_text(encoding="utf-8").split("\n\n"):
        texts: dict[str, str] = {}
        name = ""
        for line in block.splitlines():
            if match := re.match(r'(msg\w+(?:\[\d\])?) "(.*)"$', line):
                name, texts[match[1]] = match[1], match[2]
            elif match := re.match(r'"(.*)"$', line):
                texts[name] += match[1]
        if texts.get("msgid"):
            translations = [
                value for key, value in texts.items() if key.startswith("msgstr")
            ]
            yield Entry(texts["msgid"], translations, "#, fuzzy" in block)


def test_every_entry_is_translated() -> None:
    found = list(entries())

    assert len(found) > 300
    assert [entry.source for entry in found if not all(entry.translations)] == []


def test_no_translation_is_a_guess() -> None:
    assert [entry.source for entry in entries() if entry.is_fuzzy] == []


def test_placeholders_are_kept() -> None:
    lost = [
        entry.source
        for entry in entries()
        for translation in entry.translations
        if not set(PLACEHOLDER.findall(translation))
        <= set(PLACEHOLDER.findall(entry.source)) | {"%(counter)s", "%(counter)d"}
    ]

    assert lost == []


def test_no_mojibake_and_no_half_width_kana() -> None:
    strange = re.compile(r"[\ufffd\uff61-\uff9f]")

    assert [entry.source for entry in entries() if strange.search(str(entry))] == []
