"""Work is not held up by the collector, which is as it was afterwards."""

import gc
from collections.abc import Callable, Iterator

import pytest

from tieout.collector import stilled
from tieout.engine import check, read

RELEASE = b"Acme Corp. reports results\n\nRevenue was $7.2 million, up 145% from $2.9 million.\n"


@stilled
def is_on() -> bool:
    return gc.isenabled()


@stilled
def broken() -> None:
    raise ZeroDivisionError


@pytest.fixture(params=[gc.enable, gc.disable])
def _as_the_caller_has_it(request: pytest.FixtureRequest) -> Iterator[None]:
    was: bool = gc.isenabled()
    switch: Callable[[], None] = request.param
    switch()
    yield
    if was:
        gc.enable()


@pytest.mark.usefixtures("_as_the_caller_has_it")
def test_it_is_off_while_work_is_done_and_then_as_it_was() -> None:
    was = gc.isenabled()
    assert not is_on()
    with pytest.raises(ZeroDivisionError):
        broken()
    assert gc.isenabled() == was


def test_a_check_leaves_nothing_to_collect() -> None:
    release = read("release.txt", RELEASE)
    check(release)  # what is loaded once may be in cycles
    gc.collect()
    gc.disable()
    try:
        check(release)
        assert gc.collect() == 0
    finally:
        gc.enable()
