"""What the page is made of, fetched once: where that cannot be, what needs it is skipped."""

import pytest

from tieout.errors import Misuse


@pytest.fixture(scope="session")
def packages() -> dict[str, bytes]:
    """The packages that the page is made of besides tieout."""
    from tieout.web.fetched import cache, fetched, pinned

    try:
        return fetched(pinned(), cache())
    except Misuse as reason:
        pytest.skip(f"the page was not made: {reason}")
