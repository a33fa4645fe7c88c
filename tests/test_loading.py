"""What is loaded is no garbage."""

import gc

import pytest

from tieout.loading import loading


def test_nothing_is_looked_through_while_code_is_loaded_and_everything_after() -> None:
    before = gc.get_freeze_count()
    try:
        with loading():
            is_looked_through = gc.isenabled()
        assert (is_looked_through, gc.isenabled()) == (False, True)
        assert gc.get_freeze_count() > before
    finally:
        gc.unfreeze()


def test_what_cannot_be_loaded_does_not_leave_it_so() -> None:
    with pytest.raises(ImportError), loading():
        raise ImportError
    gc.unfreeze()
    assert gc.isenabled()
