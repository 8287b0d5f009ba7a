import os
import signal

import pytest

from machine import signals


@pytest.mark.parametrize("number", signals.ENDING, ids=lambda number: number.name)
def test_request_to_end_is_heeded(number: signal.Signals) -> None:
    with pytest.raises(signals.Ended), signals.heeded():
        os.kill(os.getpid(), number)


def test_second_request_does_not_disturb_the_clearing_up() -> None:
    cleared_up = []

    with signals.heeded():
        try:
            os.kill(os.getpid(), signal.SIGINT)
        except signals.Ended:
            os.kill(os.getpid(), signal.SIGINT)
            cleared_up.append("all")

    assert cleared_up == ["all"]


def test_handlers_of_before_come_back() -> None:
    before = [signal.getsignal(number) for number in signals.ENDING]

    with signals.heeded():
        pass

    assert [signal.getsignal(number) for number in signals.ENDING] == before
