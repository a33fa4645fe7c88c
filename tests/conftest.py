"""What every test may use: --update, goldens, and hypothesis made repeatable."""

import asyncio
import importlib.util
import shutil
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from tieout.compose.book import Book
    from tieout.model.workpaper import Release

T = TypeVar("T")
Golden = Callable[[Path, str], None]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")

settings.register_profile(
    "house",
    derandomize=True,  # the same examples on every machine: a failure is never luck
    max_examples=100,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("search", settings.get_profile("house"), derandomize=False,
                          max_examples=5000)  # fmt: skip
settings.load_profile("house")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update", action="store_true", help="rewrite goldens and the fences of pages"
    )
    parser.addoption(
        "--search", action="store_true", help="give hypothesis fresh examples, and many of them"
    )


def pytest_configure(config: pytest.Config) -> None:
    if config.getoption("--search"):
        settings.load_profile("search")
    if config.getoption("--update") and getattr(config.option, "numprocesses", None):
        raise pytest.UsageError("--update rewrites files: run it without -n")


@pytest.fixture
def updating(request: pytest.FixtureRequest) -> bool:
    return bool(request.config.getoption("--update"))


@pytest.fixture
def golden(updating: bool) -> Golden:  # noqa: FBT001 - a fixture's argument is named by pytest
    """Compares text with the golden file; under --update, writes the file instead."""

    def compare(path: Path, text: str) -> None:
        if updating:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode())
        assert path.exists(), f"no golden {path.name}: run pytest --update and read the diff"
        assert text == path.read_bytes().decode(), f"{path.name} differs: pytest --update"

    return compare


@pytest.fixture(scope="session")
def house() -> Path:
    """The folder of the whole project."""
    return Path(__file__).resolve().parent.parent


@pytest.fixture
def book_folder(tmp_path: Path, house: Path) -> Callable[..., Path]:
    """Writes the small book of tests/compose/books.py, with words replaced where told."""
    told = importlib.util.spec_from_file_location("books", house / "tests/compose/books.py")
    assert told is not None
    assert told.loader is not None
    books = importlib.util.module_from_spec(told)
    told.loader.exec_module(books)

    def make(*changes: tuple[str, str], narrative: str | None = None) -> Path:
        path: Path = books.folder(tmp_path, changes, narrative or books.NARRATIVE)
        return path

    return make


@pytest.fixture(scope="session")
def closing(house: Path) -> Callable[..., bytes]:
    """Makes the closing workbook of tests/rules/support/closing.py, changed where told."""
    told = importlib.util.spec_from_file_location(
        "closing", house / "tests/rules/support/closing.py"
    )
    assert told is not None
    assert told.loader is not None
    made = importlib.util.module_from_spec(told)
    told.loader.exec_module(made)
    book: Callable[..., bytes] = made.closing
    return book


@pytest.fixture
def small_book(book_folder: Callable[..., Path]) -> "Callable[..., Book]":
    """Loads that book, likewise."""
    from tieout.compose.loading import load

    return lambda *changes, narrative=None: load(book_folder(*changes, narrative=narrative))


@pytest.fixture
def capstone_book(house: Path) -> "Book":
    """The example: Capstone Turbine Corporation, second quarter of fiscal 2008."""
    from tieout.compose.loading import load

    return load(house / "examples" / "capstone-fy2008q2")


@pytest.fixture(scope="session")
def stand_in_module(house: Path) -> ModuleType:
    """The stand-in for EDGAR: tests/edgar/stand_in.py."""
    told = importlib.util.spec_from_file_location("stand_in", house / "tests/edgar/stand_in.py")
    assert told is not None
    assert told.loader is not None
    made = importlib.util.module_from_spec(told)
    told.loader.exec_module(made)
    return made


@pytest.fixture
def stand_in(
    stand_in_module: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Any]:
    """EDGAR's stand-in with Capstone's twelve filings, and an environment that leads to it."""
    server = stand_in_module.StandIn(stand_in_module.twelve())
    server.limit = 1000  # a mirror's; one test is of EDGAR's own
    home = tmp_path / "home"
    told: dict[str, object] = {
        "HOME": home,
        "XDG_DATA_HOME": home / "data",
        "LOCALAPPDATA": home / "data",
    }
    told |= {"TIEOUT_EDGAR": server.address, "TIEOUT_EDGAR_BAN": 1, "TIEOUT_EDGAR_RATE": 999}
    told |= {"TIEOUT_ARCHIVE": tmp_path / "archive", "TIEOUT_CONTACT": "Ann Lee ann@example.com"}
    for name, value in told.items():
        monkeypatch.setenv(name, str(value))
    monkeypatch.delenv("TIEOUT_OFFLINE", raising=False)
    yield server
    server.close()


SMALL = """ACME CORPORATION ANNOUNCES SECOND QUARTER FISCAL 2008 RESULTS

ANYTOWN, Calif.--(BUSINESS WIRE)--November 8, 2007--Acme Corporation today reported results for \
the second quarter ended September 30, 2007. Revenue was $7.2 million, an increase of 145% from \
$2.9 million for the same period last year.

ACME CORPORATION
CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS
(In thousands, except per share data)

\tThree Months Ended September 30,\t\tSix Months Ended September 30,\t
\t2007\t2006\t2007\t2006
Revenue\t$ 7,219\t$ 2,946\t$ 12,834\t$ 9,512
Cost of goods sold\t7,975\t5,282\t16,063\t13,084
Gross loss\t(756)\t(2,336)\t(3,229)\t(3,572)
Operating expenses:
Research and development\t2,433\t2,592\t5,182\t5,398
Selling, general and administrative\t5,910\t6,061\t11,803\t11,976
Total operating expenses\t8,343\t8,653\t16,985\t17,374
Loss from operations\t(9,099)\t(10,989)\t(20,214)\t(20,946)
Other income\t--\t--\t--\t1
Net loss\t$ (9,099)\t$ (10,989)\t$ (20,214)\t$ (20,945)
Weighted average shares used in basic net loss per share\t145,440\t103,901\t144,710\t103,612
"""


@pytest.fixture(scope="session")
def small() -> "Release":
    """A release small enough to be read at a glance, read as any other is."""
    from tieout.engine import read

    return read("small.txt", SMALL.encode())


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One browser a module; without one, the tests of pages are skipped.

    While it is there, this thread has a loop of playwright's that goes on, and can have no other.
    """
    path = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if path is None:
        pytest.skip("the page was not opened: no Chromium here (Debian: apt install chromium)")
    api = pytest.importorskip("playwright.sync_api", reason="no playwright: pip install '.[test]'")
    with api.sync_playwright() as playwright, _loops_elsewhere():
        started = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield started
        started.close()


@contextmanager
def _loops_elsewhere() -> Iterator[None]:
    """Loops of other tests run in a thread of their own: playwright's is in this one."""
    run = asyncio.run

    def elsewhere(main: Coroutine[Any, Any, T]) -> T:
        with ThreadPoolExecutor(1) as threads:
            return threads.submit(run, main).result()

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(asyncio, "run", elsewhere)
        yield
