"""Small documents of several years, and what a folder of datasets holds."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tieout.batch.record import DATASETS

RELEASE = """ACME CORPORATION ANNOUNCES SECOND QUARTER RESULTS

ANYTOWN, Calif.--(BUSINESS WIRE)--August {day}, {year}--Acme Corporation today reported results
for the second quarter ended June 30, {year}. Revenue was ${revenue}.0 million, an increase of 10%
from $40.0 million for the same period last year.

ACME CORPORATION
CONDENSED STATEMENTS OF OPERATIONS
(In thousands)

\tThree Months Ended June 30,
\t{year}
Revenue\t$ {revenue},000
Cost of goods sold\t20,000
Gross profit\t{profit},000
"""


@pytest.fixture
def write() -> Callable[..., list[Path]]:
    """Writes so many releases of so many years from 2007 on, no two alike."""

    def written(folder: Path, count: int = 9, years: int = 3) -> list[Path]:
        folder.mkdir(exist_ok=True)
        paths = []
        for number in range(count):
            path = folder / f"{number:03}.txt"
            revenue = 41 + number
            path.write_text(
                RELEASE.format(
                    day=number % 28 + 1,
                    year=2007 + number % years,
                    revenue=revenue,
                    profit=revenue - 20,
                )
            )
            paths.append(path)
        return paths

    return written


@pytest.fixture
def rows() -> Iterator[Callable[[Path], dict[str, list[tuple[Any, ...]]]]]:
    """Every row of every dataset in a folder, sorted."""
    duckdb = pytest.importorskip("duckdb")

    connection = duckdb.connect()

    def held(folder: Path) -> dict[str, list[tuple[Any, ...]]]:
        found = {}
        for dataset in (*DATASETS, "failures"):
            if any((folder / dataset).rglob("*.parquet")):
                files = f"{folder}/{dataset}/**/*.parquet"
                query = f"FROM read_parquet('{files}') ORDER BY ALL"
                found[dataset] = connection.execute(query).fetchall()
        return found

    yield held
    connection.close()
