"""Names of persons, places and organisations, found in texts of either language."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from reports.readiness.said import Difference, Said, difference

KATAKANA = re.compile("[ァ-ヺー]")
LATIN = re.compile("[A-Za-z0-9]")
JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
# Forms are looked up by their first letters.
START = 2
# ボン is not in カーボン; ソウル is in ソウルプラン.
SHORT = 3


@dataclass(frozen=True)
class Name:
    """What somebody or something is called in both languages.

    The `possible` forms stand for the name without being it for sure: 京都 is 京都市
    in some texts, and a family name may be a word. An `own` name is the publisher's,
    who speaks of itself in one language and leaves that out in the other.
    """

    ja: tuple[str, ...]
    en: tuple[str, ...]
    possible_ja: tuple[str, ...] = ()
    possible_en: tuple[str, ...] = ()
    own: bool = False

    def forms(self, language: str) -> Iterator[tuple[str, bool]]:
        """Yield each form in a language, and whether it is certain."""
        certain = (*self.ja, *self.en)
        possible = (*self.possible_ja, *self.possible_en)
        for forms, is_certain in ((certain, True), (possible, False)):
            for form in forms:
                if form and (language == "ja" or not JAPANESE.search(form)):
                    yield folded(form), is_certain


@dataclass(frozen=True)
class Found:
    """A form of a name in a text, from `start` to `end`, and the key of the name."""

    start: int
    end: int
    name: str
    certain: bool


def folded(text: str) -> str:
    """Return a text in half-width letters, without accents and doubled spaces."""
    half_width = unicodedata.normalize("NFKC", text).replace("’", "'")
    split = unicodedata.normalize("NFD", half_width)
    latin = re.sub("(?<=[A-Za-z])[\u0300-\u036f]+", "", split)
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", latin))


class Forms:
    """The forms of names in one language; where two begin the longer one wins."""

    def __init__(self, forms: Mapping[str, tuple[str, bool]]) -> None:
        """Take each form with the key of its name and whether it is certain."""
        self._forms = forms
        self._by_start: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for form in sorted(forms, key=len, reverse=True):
            lower = form.lower()
            self._by_start[lower[:START]].append((lower, form))

    def find(self, text: str) -> Iterator[Found]:
        """Yield the names of a folded text."""
        lower, position = text.lower(), 0
        while position < len(text):
            form = self._at(text, lower, position)
            if form is None:
                position += 1
                continue
            name, certain = self._forms[form]
            end = position + len(form)
            whole = certain and not _goes_on(form, text, position, end)
            yield Found(position, end, name, whole)
            position = end

    def _at(self, text: str, lower: str, position: int) -> str | None:
        for length in range(START, 0, -1):
            start = lower[position : position + length]
            for low, form in self._by_start.get(start, ()):
                end = position + len(low)
                if lower.startswith(low, position) and _is_form(
                    form, text, position, end
                ):
                    return form
        return None


def _is_form(form: str, text: str, start: int, end: int) -> bool:
    """Tell whether a form stands there: a Latin one as a word, in its own letters."""
    found = text[start:end]
    if " " not in form and found not in (form, form.upper()):
        return False
    if len(form) < SHORT and _touched(KATAKANA, form, text, start, end):
        return False
    return not _touched(LATIN, form, text, start, end)


def _touched(kind: re.Pattern[str], form: str, text: str, start: int, end: int) -> bool:
    """Tell whether more of a kind of letters stands at either end."""
    before, after = text[start - 1 : start], text[end : end + 1]
    return bool(
        (kind.match(form[0]) and kind.match(before))
        or (kind.match(form[-1]) and kind.match(after))
    )


def _goes_on(form: str, text: str, start: int, end: int) -> bool:
    """Tell whether it is part of another word: ソウルプラン, or of a post: 事務局長."""
    return _touched(KATAKANA, form, text, start, end) or (
        text[end : end + 1] == "長" and JAPANESE.match(form[-1]) is not None
    )


def _keys(names: Iterable[Name]) -> list[str]:
    """Return a key for each name; names that share a form share the key."""
    keys: list[str] = []
    by_form: dict[str, str] = {}
    renamed: dict[str, str] = {}

    def last(key: str) -> str:
        while key in renamed:
            key = renamed[key]
        return key

    for name in names:
        forms = [form for code in ("ja", "en") for form, _certain in name.forms(code)]
        known = {last(by_form[form]) for form in forms if form in by_form}
        key = min(known, default=forms[0])
        renamed.update({other: key for other in known if other != key})
        by_form.update(dict.fromkeys(forms, key))
        keys.append(key)
    return [last(key) for key in keys]


class Names:
    """The names that are known, and how to find them."""

    def __init__(self, names: Iterable[Name]) -> None:
        """Take the names; two with a common form count as one."""
        known = list(names)
        keys = _keys(known)
        self._own = {key for name, key in zip(known, keys, strict=True) if name.own}
        self._labels: dict[str, dict[str, str]] = {}
        self._forms: dict[str, Forms] = {}
        for language in ("ja", "en"):
            forms: dict[str, tuple[str, bool]] = {}
            for name, key in zip(known, keys, strict=True):
                for form, certain in name.forms(language):
                    if certain or form not in forms:
                        forms[form] = (key, certain)
                    labels = self._labels.setdefault(key, {})
                    labels.setdefault(language, form)
            self._forms[language] = Forms(forms)

    def find(self, text: str, language: str) -> list[Found]:
        """Return the names of a folded text in their order."""
        return list(self._forms[language].find(text))

    def difference(
        self, in_ja: Iterable[Found], in_en: Iterable[Found]
    ) -> Difference[str]:
        """Return the keys of the names that only one of two texts has.

        Of the publisher's own names the two say others.
        """
        ja, en = list(in_ja), list(in_en)
        own_ja, own_en = (
            tuple({one.name for one in found} & self._own) for found in (ja, en)
        )
        named = difference(_said(ja), _said(en))
        if own_ja and own_en and not set(own_ja) & set(own_en):
            return Difference(named.only_ja + own_ja, named.only_en + own_en)
        return named

    def label(self, key: str, language: str) -> str:
        """Return a name in a language, in the other where it has none there."""
        labels = self._labels.get(key, {})
        return labels.get(language) or next(iter(labels.values()), key)


def _said(found: Iterable[Found]) -> Said[str]:
    certain: Counter[str] = Counter()
    possible: Counter[str] = Counter()
    for one in found:
        (certain if one.certain else possible)[one.name] += 1
    return Said(certain, possible)


def masked(text: str, found: Iterable[Found], *, every: bool = False) -> str:
    """Return a folded text without the names that are certain, or without any."""
    for one in found:
        if one.certain or every:
            gap = " " * (one.end - one.start)
            text = text[: one.start] + gap + text[one.end :]
    return text
