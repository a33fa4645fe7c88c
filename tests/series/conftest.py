"""Filings of a made-up company over two years, and the two of the examples."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tieout.engine import read
from tieout.model.series import History
from tieout.model.workpaper import Release
from tieout.series.history import history

EXAMPLES = Path(__file__).parents[2] / "examples"
_ENDS = {1: "March 31", 2: "June 30", 3: "September 30", 4: "December 31"}
_SPOKEN = {1: "first", 2: "second", 3: "third", 4: "fourth"}
_SO_FAR = {2: "Six", 3: "Nine", 4: "Twelve"}

REVENUE = {
    2023: (1000, 1100, 1200, 1300),
    2024: (1400, 1500, 1600, 1704),
    2025: (1800, 1900, 2000, 2100),
}
"""In thousands, by fiscal year and quarter."""


def _row(caption: str, numbers: list[object]) -> str:
    return "\t".join([caption, *map(str, numbers)]) + "\n"


def announce(year: int, quarter: int, split: int = 1, name: str = "Acme", odd: int = 0) -> Release:
    """A release of a quarter with the year before; shares and results per share after a split.

    Net income is a tenth of revenue, on 250,000 shares before any split. `odd` is by how much
    the net income of the year so far is off, in thousands.
    """
    columns = [(year, 1), (year - 1, 1)] + ([(year, quarter), (year - 1, quarter)] * (quarter > 1))
    heads = [f"Three Months Ended {_ENDS[quarter]},", ""]
    if quarter > 1:
        heads += [f"{_SO_FAR[quarter]} Months Ended {_ENDS[quarter]},", ""]
    sold = [
        sum(REVENUE[y][quarter - 1 : quarter] if n == 1 else REVENUE[y][:n])
        for y, n in columns
    ]  # fmt: skip
    earned = [one // 10 + (odd if place == 2 else 0) for place, one in enumerate(sold)]
    money = list(zip(sold, earned, strict=True))
    per_share = [f"{one / 250 / split:.2f}" for one in earned]
    text = (
        f"{name.upper()} CORPORATION ANNOUNCES {_SPOKEN[quarter].upper()} QUARTER {year} "
        "RESULTS\n\n"
        f"ANYTOWN, Calif.--(BUSINESS WIRE)--{name} Corporation today reported results for the "
        f"{_SPOKEN[quarter]} quarter ended {_ENDS[quarter]}, {year}.\n\n"
        f"{name.upper()} CORPORATION\nCONSOLIDATED STATEMENTS OF OPERATIONS\n"
        "(In thousands, except per share data)\n\n"
        + _row("", [*heads])
        + _row("", [y for y, _ in columns])
        + _row("Revenue", [f"$ {one:,}" for one in sold])
        + _row("Cost of revenue", [f"{one - gain:,}" for one, gain in money])
        + _row("Net income", [f"$ {one:,}" for one in earned])
        + _row("Net income per share, basic", [f"$ {one}" for one in per_share])
        + _row("Weighted average shares, basic", [f"{250 * split:,}" for _ in columns])
    )
    return read(f"{name.lower()}-{year}q{quarter}.txt", text.encode())


@pytest.fixture(scope="session")
def release() -> Callable[..., Release]:
    return announce


@pytest.fixture(scope="session")
def two_years() -> list[Release]:
    """Releases of 2024 but for the third quarter, and of Q1 2025; ten shares for one since Q2."""
    quarters = [(2024, 1, 1), (2024, 2, 10), (2024, 4, 10), (2025, 1, 10)]
    return [announce(year, quarter, split) for year, quarter, split in quarters]


@pytest.fixture(scope="session")
def capstone() -> History:
    names = ("capstone-fy2008q2-8k.txt", "capstone-fy2007q2-8k.txt")
    return history([read(name, (EXAMPLES / name).read_bytes()) for name in names])
