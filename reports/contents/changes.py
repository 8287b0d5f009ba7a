"""What differs between two editions of a report, a line for each record's field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any

from iclei_portal.bilingual.texts import Text

if TYPE_CHECKING:
    from reports.contents.edition import Edition

NAMES = ("person", "title", "name", "label")
UNCONFIRMED = "※"
LONGEST_LINE = 160
ENDS_OF_SENTENCES = "。.!?！？\n"


@dataclass(frozen=True)
class Change:
    """A printed value that differs: without `before` it is new, without `after` gone.

    `label` names the record that it belongs to, `chapter` where it first stands.
    """

    chapter: str
    label: Text
    before: Text | None
    after: Text | None


@dataclass(frozen=True)
class Leaf:
    """A printed value, and the record it belongs to with those around that.

    `name` is the record's, `around` that of what it stands in.
    """

    chapter: str
    owners: tuple[str, ...]
    name: Text
    around: Text
    text: Text

    @property
    def owner(self) -> str:
        """The innermost record."""
        return self.owners[-1]

    @property
    def label(self) -> Text:
        """What names the place of the value, without repeating the value."""
        return self.around if self.text is self.name else self.name


Leaves = Mapping[tuple[str, str], Leaf]


def _inner(value: Any, place: Leaf) -> Leaf:
    """Return the place inside an item."""
    owner = getattr(value, "record", "")
    if not owner:
        return place
    names = (getattr(value, name, None) for name in NAMES)
    name = next((name for name in names if isinstance(name, Text)), place.name)
    around = place.name if name is not place.name else place.around
    return replace(place, owners=(*place.owners, owner), name=name, around=around)


def _walk(value: Any, place: Leaf, path: str) -> Iterator[tuple[str, Leaf]]:
    if isinstance(value, Text):
        if value.content:
            yield value.source or path, replace(place, text=value)
    elif isinstance(value, tuple):
        for each in value:
            yield from _walk(each, place, path)
    elif is_dataclass(value):
        inner = _inner(value, place)
        if getattr(value, "confirmed", True) is False:
            mark = replace(place.name, content=UNCONFIRMED, source="")
            yield f"{path}.confirmed", replace(inner, text=mark)
        for field in fields(value):
            found = getattr(value, field.name)
            yield from _walk(found, inner, f"{path}.{field.name}")


def _leaves(edition: Edition) -> Leaves:
    """Return each printed value once, where it stands first."""
    found: dict[tuple[str, str], Leaf] = {}
    title = edition.title
    places: list[tuple[str, Text, object]] = [("", title, title)]
    places += [(each.key, each.title, each.contents) for each in edition.chapters]
    for chapter, name, value in places:
        place = Leaf(chapter, (chapter,), name, title, name)
        for key, leaf in (*_walk(name, place, "title"), *_walk(value, place, "")):
            found.setdefault((leaf.owner, key), leaf)
    return found


def _sentences(content: str) -> list[str]:
    found, start = [], 0
    for position, character in enumerate(content, start=1):
        if character in ENDS_OF_SENTENCES:
            found.append(content[start:position])
            start = position
    return [*found, content[start:]]


def _shortened(before: Text, after: Text) -> tuple[Text, Text]:
    """Return only the sentences that differ, where the texts are long."""
    if max(len(before.content), len(after.content)) <= LONGEST_LINE:
        return before, after
    old, new = _sentences(before.content), _sentences(after.content)
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    changed = [block for block in blocks if block[0] != "equal"]
    return (
        replace(
            before, content="…".join("".join(old[a:b]) for _, a, b, _, _ in changed)
        ),
        replace(
            after, content="…".join("".join(new[c:d]) for _, _, _, c, d in changed)
        ),
    )


def _figures(before: Text, after: Text) -> list[tuple[str, Text, Text]] | None:
    """Return the dated figures that differ, if they are all that differs."""
    if len(before.figures) != len(after.figures):
        return None
    content, found = before.content, []
    for old, new in zip(before.figures, after.figures, strict=True):
        if old.phrase != new.phrase:
            content = content.replace(old.phrase, new.phrase, 1)
            pair = (replace(before, content=old.phrase, figures=()),)
            found.append((new.source, *pair, replace(after, content=new.phrase)))
    return found if found and content == after.content else None


def _changed(key: str, before: Leaf, after: Leaf) -> dict[str, Change]:
    if before.text.content == after.text.content:
        return {}
    figures = _figures(before.text, after.text)
    pairs = figures or [(key, *_shortened(before.text, after.text))]
    return {
        source: Change(after.chapter, after.label, old, new)
        for source, old, new in pairs
    }


def _only(some: Leaves, others: Leaves) -> dict[str, Leaf]:
    """Return what stands in one edition only: a record as one, else its field."""
    known = {owner for owner, _key in others}
    found: dict[str, Leaf] = {}
    for (owner, key), leaf in some.items():
        strange = [each for each in leaf.owners if each not in known]
        if (owner, key) in others or strange[:1] not in ([], [owner]):
            continue
        if strange:
            found.setdefault(owner, replace(leaf, text=leaf.name))
        else:
            found.setdefault(f"{owner} {key}", leaf)
    return found


def differences(before: Edition, after: Edition) -> dict[str, Change]:
    """Return what differs, by source, in the order of the newer edition.

    A value that is printed in several places is one line; so is a record that is
    new or gone. Counted numbers follow from the records, and have no line.
    """
    old, new = _leaves(before), _leaves(after)
    found: dict[str, Change] = {}
    for (owner, key), leaf in new.items():
        if (owner, key) in old:
            for source, change in _changed(key, old[owner, key], leaf).items():
                found.setdefault(source, change)
    for source, leaf in _only(new, old).items():
        found[source] = Change(leaf.chapter, leaf.label, None, leaf.text)
    for source, leaf in _only(old, new).items():
        if source in found:
            found[source] = replace(found[source], before=leaf.text)
        else:
            found[source] = Change(leaf.chapter, leaf.label, leaf.text, None)
    return found
