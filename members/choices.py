"""Fixed lists of the members app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from django_stubs_ext import StrPromise


class Kind(models.TextChoices):
    """Kinds of municipality of the Local Autonomy Act, and overseas ones."""

    PREFECTURE = "prefecture", _("prefecture")
    CITY = "city", _("city")
    SPECIAL_WARD = "special_ward", _("special ward")
    TOWN = "town", _("town")
    VILLAGE = "village", _("village")
    OVERSEAS = "overseas", _("overseas municipality")


# The title of the head follows from the kind of municipality.
HEAD_TITLES: dict[str, StrPromise] = {
    Kind.PREFECTURE: pgettext_lazy("head of a prefecture", "Governor"),
    Kind.CITY: pgettext_lazy("head of a city", "Mayor"),
    Kind.SPECIAL_WARD: pgettext_lazy("head of a special ward", "Mayor"),
    Kind.TOWN: pgettext_lazy("head of a town", "Mayor"),
    Kind.VILLAGE: pgettext_lazy("head of a village", "Mayor"),
    Kind.OVERSEAS: pgettext_lazy("head of an overseas municipality", "Mayor"),
}


class Category(models.TextChoices):
    """Categories of membership."""

    FULL = "full", _("full member")
    SPECIAL = "special", _("special member")
    ASSOCIATE = "associate", _("associate member")


class Role(models.TextChoices):
    """Seats in ICLEI Japan's board and in ICLEI's councils."""

    CHAIR = "chair", _("Chair of the Board")
    DIRECTOR = "director", _("Director")
    AUDITOR = "auditor", _("Auditor")
    ADVISER = "adviser", pgettext_lazy("of ICLEI Japan", "Adviser")
    STEERING_COMMITTEE = "steering_committee", _("Steering Committee member")
    EXECUTIVE_DIRECTOR = "executive_director", _("Executive Director")
    PRESIDENT = "president", _("President")
    FIRST_VICE_PRESIDENT = "first_vice_president", _("First Vice President")
    VICE_PRESIDENT = "vice_president", _("Vice President")
    REXCOM_CHAIR = "rexcom_chair", _("Chair")
    REXCOM_VICE_CHAIR = "rexcom_vice_chair", _("Vice Chair")
    GEXCOM_REPRESENTATIVE = (
        "gexcom_representative",
        _("Regional Representative to the GexCom"),
    )
    MEMBER = "member", pgettext_lazy("of a council", "Member")
    REXCOM_ADVISER = "rexcom_adviser", pgettext_lazy("of a council", "Adviser")


# Who counts as an officer of ICLEI Japan (役員一覧 of the annual report).
OFFICER_ROLES = (
    Role.CHAIR,
    Role.DIRECTOR,
    Role.AUDITOR,
    Role.ADVISER,
    Role.STEERING_COMMITTEE,
)


class OfficeKind(models.TextChoices):
    """Kinds of ICLEI office."""

    WORLD = "world", _("World Secretariat")
    REGIONAL = "regional", _("regional secretariat")
    OFFICE = "office", _("office")
    CENTRE = "centre", _("centre")


class OrganisationKind(models.TextChoices):
    """Kinds of partner organisation."""

    GOVERNMENT = "government", _("government")
    INTERGOVERNMENTAL = "intergovernmental", _("intergovernmental organisation")
    NETWORK = "network", _("network")
    NPO = "npo", _("non-profit organisation")
    UNIVERSITY = "university", _("university or research institute")
    COMPANY = "company", _("company")
    ICLEI = "iclei", _("ICLEI")
    COUNCIL = "council", _("council or association")
    OTHER = "other", _("other")


class Prefecture(models.TextChoices):
    """The 47 prefectures by their two digits of JIS X 0401."""

    HOKKAIDO = "01", _("Hokkaido")
    AOMORI = "02", _("Aomori")
    IWATE = "03", _("Iwate")
    MIYAGI = "04", _("Miyagi")
    AKITA = "05", _("Akita")
    YAMAGATA = "06", _("Yamagata")
    FUKUSHIMA = "07", _("Fukushima")
    IBARAKI = "08", _("Ibaraki")
    TOCHIGI = "09", _("Tochigi")
    GUNMA = "10", _("Gunma")
    SAITAMA = "11", _("Saitama")
    CHIBA = "12", _("Chiba")
    TOKYO = "13", _("Tokyo")
    KANAGAWA = "14", _("Kanagawa")
    NIIGATA = "15", _("Niigata")
    TOYAMA = "16", _("Toyama")
    ISHIKAWA = "17", _("Ishikawa")
    FUKUI = "18", _("Fukui")
    YAMANASHI = "19", _("Yamanashi")
    NAGANO = "20", _("Nagano")
    GIFU = "21", _("Gifu")
    SHIZUOKA = "22", _("Shizuoka")
    AICHI = "23", _("Aichi")
    MIE = "24", _("Mie")
    SHIGA = "25", _("Shiga")
    KYOTO = "26", _("Kyoto")
    OSAKA = "27", _("Osaka")
    HYOGO = "28", _("Hyogo")
    NARA = "29", _("Nara")
    WAKAYAMA = "30", _("Wakayama")
    TOTTORI = "31", _("Tottori")
    SHIMANE = "32", _("Shimane")
    OKAYAMA = "33", _("Okayama")
    HIROSHIMA = "34", _("Hiroshima")
    YAMAGUCHI = "35", _("Yamaguchi")
    TOKUSHIMA = "36", _("Tokushima")
    KAGAWA = "37", _("Kagawa")
    EHIME = "38", _("Ehime")
    KOCHI = "39", _("Kochi")
    FUKUOKA = "40", _("Fukuoka")
    SAGA = "41", _("Saga")
    NAGASAKI = "42", _("Nagasaki")
    KUMAMOTO = "43", _("Kumamoto")
    OITA = "44", _("Oita")
    MIYAZAKI = "45", _("Miyazaki")
    KAGOSHIMA = "46", _("Kagoshima")
    OKINAWA = "47", _("Okinawa")


class Region(models.TextChoices):
    """The eight regions, from north to south."""

    HOKKAIDO = "hokkaido", _("Hokkaido")
    TOHOKU = "tohoku", _("Tohoku")
    KANTO = "kanto", _("Kanto")
    CHUBU = "chubu", _("Chubu")
    KINKI = "kinki", _("Kinki")
    CHUGOKU = "chugoku", _("Chugoku")
    SHIKOKU = "shikoku", _("Shikoku")
    KYUSHU = "kyushu", _("Kyushu and Okinawa")

    @classmethod
    def of(cls, code: str) -> Region | None:
        """Return the region of a municipality code or its two first digits."""
        digits = code[:2]
        within = (one for one, last in LAST_PREFECTURES.items() if digits <= last)
        return next(within, None) if digits else None

    @property
    def prefectures(self) -> list[Prefecture]:
        """Its prefectures, by their digits."""
        return [one for one in Prefecture if Region.of(one.value) == self]


# The codes of a region's prefectures follow each other; its last one each.
LAST_PREFECTURES = {
    Region.HOKKAIDO: Prefecture.HOKKAIDO.value,
    Region.TOHOKU: Prefecture.FUKUSHIMA.value,
    Region.KANTO: Prefecture.KANAGAWA.value,
    Region.CHUBU: Prefecture.AICHI.value,
    Region.KINKI: Prefecture.WAKAYAMA.value,
    Region.CHUGOKU: Prefecture.YAMAGUCHI.value,
    Region.SHIKOKU: Prefecture.KOCHI.value,
    Region.KYUSHU: Prefecture.OKINAWA.value,
}
