import socket

import pytest

from machine import ports
from machine.refusal import Refusal


def test_busy_port_gives_way_to_the_next_free_one() -> None:
    preferred = ports.free_port("20000")
    with socket.create_server((ports.HOST, preferred)):
        found = ports.free_port(str(preferred))

        assert preferred < found < ports.FIRST_OF_CLIENTS
        assert ports.is_served(preferred)
        assert not ports.is_served(found)


@pytest.mark.parametrize("text", ["web", "-1", "", "0", "80", "32768"])
def test_port_that_systems_lend_or_keep_or_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(Refusal, match="PORT must be a number from 1024 to 32767"):
        ports.free_port(text)
