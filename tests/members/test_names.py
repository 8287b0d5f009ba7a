"""Records that only a half-filled form holds say what they lack."""

import pytest

from tests.factories import EventOrganisationFactory, PersonFactory


def test_person_without_a_name_is_called_by_the_key() -> None:
    person = PersonFactory.build(slug="x", family_name_ja=None, family_name_en=None)

    assert [person.name_in(language) for language in ("ja", "en")] == ["x", "x"]


def test_record_without_a_party_names_none() -> None:
    organiser = EventOrganisationFactory.build(organisation=None, event=None)

    with pytest.raises(ValueError, match="a record without a party"):
        organiser.party  # noqa: B018 - asking is the act
