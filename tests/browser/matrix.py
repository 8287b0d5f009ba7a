"""What holds on every page, in each language, at each width, with scripts and without.

A module a language takes these tests over, so that two processes share the work.
"""

from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.places import places
from tests.browser.visiting import WIDTHS, Visit

Faults = list[tuple[str, Any]]
Record = Callable[[str, object], None]


class PagesInALanguage:
    """Tests of all pages in the `language` that the module names."""

    def found(self, seen: list[Visit], key: str) -> Faults:
        """Return what is not empty under a key, at any width, with scripts or not."""
        faults = {
            (one.path, str(fault))
            for one in seen
            for looks in (one.looks, one.still)
            for look in looks.values()
            for fault in (look[key] if isinstance(look[key], list) else [look[key]])
            if fault
        }
        return sorted(faults)

    def test_all_pages_are_visited_at_every_width(self, seen: list[Visit]) -> None:
        assert [one.place for one in seen] == places()
        for one in seen:
            assert tuple(one.looks) == tuple(one.still) == tuple(one.axe) == WIDTHS

    @pytest.mark.shows("1.1.1", "1.3.1", "1.4.3", "2.4.4", "3.1.1", "3.3.2", "4.1.2")
    def test_axe_finds_no_violation_and_leaves_nothing_open(
        self, seen: list[Visit], record_property: Record
    ) -> None:
        faults: Faults = [
            (f"{one.path} at {width}", found[kind])
            for one in seen
            for width, found in one.axe.items()
            for kind in ("violations", "incomplete", "faint")
            if found[kind]
        ]
        runs = [found for one in seen for found in one.axe.values()]
        passed = sum(len(found["passes"]) for found in runs)
        record_property(
            "axe", {"runs": len(runs), "faults": len(faults), "passed": passed}
        )

        assert faults == []
        assert passed > 10 * len(runs)  # the rules had much to look at

    @pytest.mark.shows("1.4.4")
    def test_nothing_is_wider_than_the_window(self, seen: list[Visit]) -> None:
        assert self.found(seen, "overflow") == []

    def test_console_is_silent_and_every_request_is_answered(
        self, seen: list[Visit]
    ) -> None:
        assert [(one.path, one.said) for one in seen if one.said] == []

    @pytest.mark.shows("1.3.1", "2.4.6")
    def test_one_heading_stands_over_all_and_no_level_is_skipped(
        self, seen: list[Visit]
    ) -> None:
        many = [(one.path, one.looks[WIDTHS[0]]["h1"]) for one in seen]

        assert [(path, found) for path, found in many if len(found) != 1] == []
        assert self.found(seen, "skipped") == []

    @pytest.mark.shows("4.1.1")
    def test_no_name_of_an_element_is_given_twice(self, seen: list[Visit]) -> None:
        assert self.found(seen, "twice") == []

    def test_what_is_pressed_is_large_enough(self, seen: list[Visit]) -> None:
        assert self.found(seen, "small") == []

    @pytest.mark.shows("3.1.2")
    def test_words_of_the_other_language_say_so(self, seen: list[Visit]) -> None:
        assert self.found(seen, "foreign") == []

    @pytest.mark.shows("2.4.2")
    def test_each_page_has_a_title_of_its_own(self, seen: list[Visit]) -> None:
        plain = [one for one in seen if "?" not in one.place.address]
        titles = Counter(one.looks[WIDTHS[0]]["title"] for one in plain)

        assert [title for title, count in titles.items() if count > 1] == []
        assert all(title.strip() for title in titles)

    def test_page_is_the_same_without_scripts(self, seen: list[Visit]) -> None:
        first = WIDTHS[0]  # before axe was there
        changed = [
            one.path
            for one in seen
            if one.looks[first]["html"] != one.still[first]["html"]
        ]

        assert changed == []
        assert self.found(seen, "scripts") == []

    @pytest.mark.rules_out(
        *("1.2.1", "1.2.2", "1.2.3", "1.2.4", "1.2.5", "1.4.2", "2.2.1", "2.2.2"),
        "2.3.1",
    )
    def test_nothing_plays_moves_or_runs_out(self, seen: list[Visit]) -> None:
        assert self.found(seen, "playing") == []
        assert self.found(seen, "moving") == []

    @pytest.mark.rules_out("3.3.4")
    def test_no_form_sends_anything(self, seen: list[Visit]) -> None:
        assert self.found(seen, "sending") == []

    def test_pages_are_told_to_the_accessibility_statement(
        self, seen: list[Visit], browser: Browser, record_property: Record
    ) -> None:
        engine = seen[0].axe[WIDTHS[0]]["version"]
        record_property("tools", {"Chromium": browser.version, "axe-core": engine})
        pages = {
            one.place.address: one.looks[WIDTHS[0]]["title"]
            for one in seen
            if one.place.status == 200 and "?" not in one.place.address
        }
        record_property("pages", {seen[0].language: pages})

        assert all(pages.values())
