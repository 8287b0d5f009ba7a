import os
from pathlib import Path

import pytest

from machine import catalogue
from machine.refusal import Refusal

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
YEAR = 'msgid "Year %(year)s"\nmsgstr "%(year)s年"\n'


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "locale/ja/LC_MESSAGES/django.po"
    file.parent.mkdir(parents=True)
    file.write_text(HEADER + YEAR)
    return file


def test_catalogue_is_compiled(tmp_path: Path, source: Path) -> None:
    catalogue.compile_all(tmp_path)

    assert "%(year)s年".encode() in source.with_suffix(".mo").read_bytes()


def test_unchanged_catalogue_is_not_compiled_again(
    tmp_path: Path, source: Path
) -> None:
    compiled = source.with_suffix(".mo")
    compiled.write_text("compiled later")
    os.utime(source, (0, 0))

    catalogue.compile_all(tmp_path)

    assert compiled.read_text() == "compiled later"


def test_catalogue_with_a_fault_is_refused_with_its_line(
    tmp_path: Path, source: Path
) -> None:
    source.write_text(HEADER + YEAR.replace('年"', "年"))

    with pytest.raises(Refusal, match=r"django\.po:6: end-of-line within string"):
        catalogue.compile_all(tmp_path)


def test_words_leave_out_the_date_of_their_gathering(
    tmp_path: Path, source: Path
) -> None:
    source.write_text(f'"{catalogue.DATE} 2026-04-01\\n"\nmsgid "Year"\n')

    assert catalogue.words_of(tmp_path) == {
        "locale/ja/LC_MESSAGES/django.po": ['msgid "Year"']
    }
