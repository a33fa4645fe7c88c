"""The excerpts, read."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from tieout.engine import read
from tieout.model.workpaper import Release


def _filings() -> ModuleType:
    path = Path(__file__).with_name("filings.py")
    spec = importlib.util.spec_from_file_location("filings", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def capstone() -> Release:
    return read("capstone.txt", _filings().CAPSTONE.encode())


@pytest.fixture(scope="session")
def nvent() -> Release:
    return read("nvent.htm", _filings().NVENT.encode())
