from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.db.models import Model
from django.test import Client
from django.urls import reverse
from django.utils import translation
from simple_history.utils import get_history_manager_for_model

from events.models import EventRole
from iclei_portal.bilingual.history import translated_fields
from iclei_portal.confirmation import Fact
from members.models import Municipality, User

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("fy2021")]

OWN_APPS = {"about", "pictures", "members", "initiatives", "events", "news", "reports"}
RECORDS = [
    model
    for model in apps.get_models()
    if model._meta.app_label in OWN_APPS and admin.site.is_registered(model)
]
NOT_IN_THE_DATA_SET = {"renderjob", "picture"}
Queries = Callable[[int], Any]


@pytest.fixture
def secretariat(client: Client) -> Client:
    client.force_login(User.objects.create_superuser("staff@example.org"))
    return client


def address(model: type[Model], page: str, *args: Any, language: str = "ja") -> str:
    options = model._meta
    with translation.override(language):
        name = f"admin:{options.app_label}_{options.model_name}_{page}"
        return reverse(name, args=args)


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_list_shows_the_records(
    secretariat: Client, model: type[Model], language: str
) -> None:
    page = secretariat.get(address(model, "changelist", language=language))

    assert page.context["cl"].result_count == model._default_manager.count()
    assert f'lang="{language}"' in page.content.decode()


def name_of(field: Any) -> str:
    """Return the name of a field; one that is only read has no form field."""
    return str(field["name"] if isinstance(field, dict) else field.name)


@pytest.mark.parametrize("model", RECORDS, ids=lambda model: model.__name__)
def test_both_languages_of_a_text_stand_in_one_row(
    secretariat: Client, model: type[Model]
) -> None:
    names = translated_fields(model)
    record = model._default_manager.first()
    assert record is not None or model._meta.model_name in NOT_IN_THE_DATA_SET
    if record is None or not names:
        return

    page = secretariat.get(address(model, "change", record.pk))

    rows = [
        {name_of(field.field) for field in line}
        for fieldset in page.context["adminform"]
        for line in fieldset
    ]
    assert all({f"{name}_ja", f"{name}_en"} in rows for name in names)


@pytest.mark.parametrize(
    "text",
    ["横浜", "よこはま", "ヨコハマ", "ﾖｺﾊﾏ", "Yokohama", "141003", "１４１００３"],
)
def test_municipality_is_found_by_name_kana_and_code(
    secretariat: Client, text: str
) -> None:
    page = secretariat.get(address(Municipality, "changelist"), {"q": text})

    assert [one.slug for one in page.context["cl"].result_list] == ["yokohama"]


def test_autocomplete_finds_a_person_by_kana(secretariat: Client) -> None:
    found = secretariat.get(
        "/ja/admin/autocomplete/",
        {
            "app_label": "members",
            "model_name": "headship",
            "field_name": "person",
            "term": "かどかわ",
        },
    ).json()

    assert [one["text"] for one in found["results"]] == ["門川 大作"]


def test_language_gap_filter_keeps_what_has_no_english(secretariat: Client) -> None:
    Municipality.objects.filter(slug="iida").update(name_en=None)

    page = secretariat.get(address(Municipality, "changelist"), {"languages": "gap"})

    assert [one.slug for one in page.context["cl"].result_list] == ["iida"]


@pytest.mark.parametrize(
    ("choice", "slugs"),
    [("over", {"hamanaka-hironori"}), ("today", {"takemoto-kazuhiko"})],
)
def test_validity_filter_tells_past_from_present(
    secretariat: Client, choice: str, slugs: set[str]
) -> None:
    seats = apps.get_model("members", "BoardSeat")

    page = secretariat.get(
        address(seats, "changelist"), {"validity": choice, "role": "chair"}
    )

    assert {one.person.slug for one in page.context["cl"].result_list} == slugs


def test_unconfirmed_facts_are_all_listed(secretariat: Client) -> None:
    page = secretariat.get("/ja/admin/unconfirmed/")

    listed = dict(page.context["groups"])
    expected = sum(
        model._default_manager.filter(confirmed=False).count()
        for model in apps.get_models()
        if issubclass(model, Fact)
    )
    assert page.context["total"] == expected > 0
    assert len(listed[EventRole._meta]) == EventRole.objects.unconfirmed().count()


def test_confirmed_fact_leaves_the_list_and_keeps_its_history(
    secretariat: Client,
) -> None:
    role = EventRole.objects.unconfirmed().order_by("pk")[0]
    form = secretariat.get(address(EventRole, "change", role.pk))
    values = {
        name: value
        for name, value in form.context["adminform"].form.initial.items()
        if value is not None
    }

    secretariat.post(
        address(EventRole, "change", role.pk),
        {**values, "alternatives": "", "confirmed": "on"},
    )

    assert role not in EventRole.objects.unconfirmed()
    latest = get_history_manager_for_model(EventRole).filter(id=role.pk).first()
    assert latest is not None
    assert latest.history_user == User.objects.get(email="staff@example.org")
    assert latest.prev_record.confirmed is False


def test_lists_take_the_same_queries_with_more_records(
    secretariat: Client, django_assert_max_num_queries: Queries
) -> None:
    for model in RECORDS:
        with django_assert_max_num_queries(20):
            secretariat.get(address(model, "changelist"))


def test_desk_says_how_many_facts_wait(secretariat: Client) -> None:
    page = secretariat.get("/ja/admin/")

    assert (
        page.context["waiting"]
        == secretariat.get("/ja/admin/unconfirmed/").context["total"]
    )


def test_staff_without_rights_are_refused_the_facts(client: Client) -> None:
    client.force_login(User.objects.create_user("new@example.org", is_staff=True))

    page = client.get("/ja/admin/unconfirmed/")

    assert page.status_code == 403
    assert "イクレイ日本 2021年度活動報告" not in page.content.decode()


def test_periods_are_shown_with_their_last_day(secretariat: Client) -> None:
    page = secretariat.get("/ja/admin/members/boardseat/?validity=over&role=chair")

    assert "2005年12月31日 – 2022年6月15日" in page.content.decode()


def test_visitor_is_sent_to_the_log_in(client: Client) -> None:
    page = client.get("/ja/admin/unconfirmed/")

    assert page.headers["Location"] == "/ja/admin/login/?next=/ja/admin/unconfirmed/"
