"""A bundle of two small documents, as every test here has it."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import pytest

from tieout.bundle.manifest import Settings, Signed
from tieout.bundle.sealing import Given, Sealed, sealed
from tieout.rules.base import all_rules

if TYPE_CHECKING:
    from tieout.model.workpaper import Release

ALL = Settings()
ANN, BO = Signed("Ann Lee", date(2026, 11, 30)), Signed("Bo Roe", date(2026, 12, 1))


@pytest.fixture(scope="session")
def seal(small: "Release") -> Callable[..., Sealed]:
    """Seals the small release, or other text, beside what else is given."""
    text = small.document.text

    def of(
        *others: Given, text: str = text, name: str = "small.txt", settings: Settings = ALL
    ) -> Sealed:
        given = (Given("subject", name, text.encode()), *others)
        return sealed(given, settings, all_rules(), ANN, BO)

    return of


@pytest.fixture(scope="session")
def bundle(seal: Callable[..., Sealed], small: "Release") -> Sealed:
    """The small release sealed, against itself as it was with less revenue."""
    earlier = small.document.text.replace("7,219", "7,218")
    return seal(Given("against", "folder/b\u00e9fore.txt", earlier.encode()))
