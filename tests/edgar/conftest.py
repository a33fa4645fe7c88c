"""EDGAR's client, led to the stand-in."""

import os
from collections.abc import Iterator
from typing import Any

import pytest

from tieout.edgar.client import Edgar
from tieout.edgar.settings import Settings, settings


@pytest.fixture
def heard() -> list[str]:
    """What was told."""
    return []


@pytest.fixture
def led(stand_in: Any) -> Settings:
    """Settings that lead to the stand-in."""
    assert stand_in
    return settings(os.environ)


@pytest.fixture
def edgar(led: Settings, heard: list[str]) -> Iterator[Edgar]:
    """EDGAR, by the stand-in."""
    with Edgar(led, heard.append) as opened:
        yield opened
