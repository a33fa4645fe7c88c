"""The garbage collector rests while a document is read and checked, and works afterwards."""

import gc

import pytest
from msgspec import structs

from tieout import engine
from tieout.rules.base import all_rules
from tieout.undisturbed import undisturbed


def test_the_collector_rests_and_works_again() -> None:
    assert undisturbed(gc.isenabled)() is False
    assert gc.isenabled()
    assert undisturbed(undisturbed(gc.isenabled))() is False
    assert gc.isenabled()


def test_it_works_again_after_what_went_wrong() -> None:
    with pytest.raises(ZeroDivisionError):
        undisturbed(lambda: 1 // 0)()
    assert gc.isenabled()


def test_one_that_is_turned_off_stays_so() -> None:
    gc.disable()
    try:
        undisturbed(gc.isenabled)()
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_a_check_is_such_work() -> None:
    rested: list[bool] = []

    def procedure(_: object) -> tuple[()]:
        rested.append(not gc.isenabled())
        return ()

    rule = structs.replace(all_rules()[0], procedure=procedure)
    engine.check(engine.read("a.txt", b"Revenue was $7.2 million.\n"), rules=[rule])
    assert rested == [True]
