"""Pages of the desk need the same queries for few records and for many."""

from collections.abc import Callable

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import connection
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import tests.factories
from iclei_portal.confirmation import Fact
from members.models import User

pytestmark = pytest.mark.django_db

FACTORIES: dict[type[Model], Callable[..., Model]] = {
    factory._meta.model: factory
    for name, factory in vars(tests.factories).items()
    if name.endswith("Factory")
}
RECORDS = [model for model in FACTORIES if admin.site.is_registered(model)]
FACTS = [model for model in RECORDS if issubclass(model, Fact)]
UNCONFIRMED = "/en/admin/unconfirmed/"


@pytest.fixture
def desk(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("staff@example.org"))
    return client


def queries(desk: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert desk.get(address).status_code == 200
    return len(captured)


def test_every_record_of_the_desk_is_tried() -> None:
    own = {"about", "pictures", "members", "initiatives", "events", "news", "reports"}
    registered = {one for one in admin.site._registry if one._meta.app_label in own}

    assert set(RECORDS) == registered
    assert set(FACTS) == {
        one for one in apps.get_models() if issubclass(one, Fact) and one in registered
    }


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_list_needs_the_same_queries(desk: Client, model: type[Model]) -> None:
    address = reverse(f"admin:{model._meta.label_lower.replace('.', '_')}_changelist")
    for _record in range(2):
        FACTORIES[model]()
    few = queries(desk, address)

    for _record in range(6):
        FACTORIES[model]()

    assert queries(desk, address) == few


def test_facts_to_confirm_need_the_same_queries(desk: Client) -> None:
    counts = []
    for size in (2, 6):
        for model in FACTS:
            for _fact in range(size):
                FACTORIES[model](confirmed=False)
        counts.append(queries(desk, UNCONFIRMED))

    assert desk.get(UNCONFIRMED).context["total"] == 8 * len(FACTS)
    assert counts[1] == counts[0]
