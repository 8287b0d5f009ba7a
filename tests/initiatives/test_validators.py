import pytest
from django.core.exceptions import ValidationError
from django.urls import resolve

from initiatives.validators import PAGES
from tests.factories import InitiativeFactory


@pytest.mark.parametrize("slug", PAGES)
def test_slug_that_is_the_address_of_another_page_is_refused(slug: str) -> None:
    initiative = InitiativeFactory.build(slug=slug)

    with pytest.raises(ValidationError, match=slug):
        initiative.clean_fields()


@pytest.mark.parametrize("slug", PAGES)
def test_address_of_another_page_is_not_that_of_an_initiative(slug: str) -> None:
    assert resolve(f"/ja/initiatives/{slug}/").url_name != "detail"
