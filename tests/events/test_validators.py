import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from events.validators import validate_zone


@pytest.mark.parametrize("zone", ["JST", "Asia/Edo", "+09:00", "asia/tokyo"])
def test_unknown_zone_is_refused_by_its_name(zone: str) -> None:
    with pytest.raises(ValidationError) as refusal:
        validate_zone(zone)

    with translation.override("en"):
        sentence = f"“{zone}” is not a time zone, such as Asia/Tokyo."
        assert refusal.value.messages == [sentence]
