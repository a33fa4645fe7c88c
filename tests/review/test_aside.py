import asyncio
import threading

import pytest

from tieout.review.aside import Aside, at_once, in_thread


def fail() -> int:
    raise ValueError("not now")


@pytest.mark.parametrize("aside", [at_once, in_thread])
def test_what_work_gives_or_raises_arrives(aside: Aside) -> None:
    assert asyncio.run(aside(lambda: 7)) == 7
    assert asyncio.run(aside(lambda: None)) is None
    with pytest.raises(ValueError, match="not now"):
        asyncio.run(aside(fail))


def test_only_one_of_them_needs_threads() -> None:
    here = threading.get_ident()
    assert asyncio.run(at_once(threading.get_ident)) == here
    assert asyncio.run(in_thread(threading.get_ident)) != here
