"""The regions of the world, and which country lies in which.

The countries are grouped as the United Nations group them (M49), some of whose
groups are one region here. What belongs to none of them is elsewhere.
"""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Region(TextChoices):
    """Regions in the order of the page; the values are their anchors."""

    JAPAN = "japan", _("Japan")
    EAST_ASIA = "east-asia", _("East Asia outside Japan")
    SOUTHEAST_ASIA = "southeast-asia", _("Southeast Asia")
    SOUTH_ASIA = "south-asia", _("South Asia")
    WEST_ASIA = "west-and-central-asia", _("West and Central Asia")
    OCEANIA = "oceania", _("Oceania")
    EUROPE = "europe", _("Europe")
    AFRICA = "africa", _("Africa")
    NORTH_AMERICA = "north-america", _("North America")
    CENTRAL_AMERICA = "central-america", _("Mexico, Central America and Caribbean")
    SOUTH_AMERICA = "south-america", _("South America")
    ELSEWHERE = "elsewhere", pgettext_lazy("region of the world", "Elsewhere")


COUNTRIES: dict[Region, str] = {
    Region.JAPAN: "JP",
    Region.EAST_ASIA: "CN HK KP KR MN MO TW",
    Region.SOUTHEAST_ASIA: "BN ID KH LA MM MY PH SG TH TL VN",
    Region.SOUTH_ASIA: "AF BD BT IN IR LK MV NP PK",
    Region.WEST_ASIA: (
        "AE AM AZ BH CY GE IL IQ JO KG KW KZ LB OM PS QA SA SY TJ TM TR UZ YE"
    ),
    Region.OCEANIA: (
        "AS AU CC CK CX FJ FM GU HM KI MH MP NC NF NR NU NZ PF PG PN PW SB TK TO TV "
        "UM VU WF WS"
    ),
    Region.EUROPE: (
        "AD AL AT AX BA BE BG BY CH CZ DE DK EE ES FI FO FR GB GG GI GR HR HU IE IM "
        "IS IT JE LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SJ SK SM UA "
        "VA XK"
    ),
    Region.AFRICA: (
        "AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG EH ER ET GA GH GM GN GQ GW IO KE "
        "KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RE RW SC SD SH SL SN SO SS ST SZ "
        "TD TF TG TN TZ UG YT ZA ZM ZW"
    ),
    Region.NORTH_AMERICA: "BM CA GL PM US",
    Region.CENTRAL_AMERICA: (
        "AG AI AW BB BL BQ BS BZ CR CU CW DM DO GD GP GT HN HT JM KN KY LC MF MQ MS "
        "MX NI PA PR SV SX TC TT VC VG VI"
    ),
    Region.SOUTH_AMERICA: "AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE",
}
BY_COUNTRY = {
    country: region
    for region, countries in COUNTRIES.items()
    for country in countries.split()
}


def region_of(country: str) -> Region:
    """Return the region of a country by its two letters."""
    return BY_COUNTRY.get(country, Region.ELSEWHERE)
