"""The page in Chromium, opened from the disk and offline: nothing is asked of anywhere else."""

import io
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from tieout.api import check, read, report
from tieout.readers import LARGEST

HOUSE = Path(__file__).resolve().parents[2]
EXHIBITS = HOUSE / "tests" / "corpus" / "exhibits"
EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RELEASE, YEAR_BEFORE = "capstone-fy2008q2-release.txt", "capstone-fy2007q2-8k.txt"
SIGNS = {"agrees": "\u2713", "rounds": "\u2248", "differs": "\u2717", "not-tested": "\u25cb"}


class Opened:
    """The page, and what it asked for that is not in it."""

    def __init__(self, context: Any, path: Path) -> None:
        self.asked: list[str] = []
        self.complained: list[str] = []
        self.page = context.new_page()
        self.page.set_default_timeout(60_000)
        self.page.on("request", self._asking)
        self.page.on("pageerror", lambda error: self.complained.append(str(error)))
        self.page.on("console", lambda said: self.complained.append(said.text))
        self._path = path
        self.open()

    def _asking(self, request: Any) -> None:
        """What is in the page is at no address."""
        if not request.url.startswith(("blob:", "data:", "about:", self._path.as_uri())):
            self.asked.append(request.url)

    def open(self) -> None:
        """Opens the page, or opens it again, till it is ready."""
        self.page.goto(self._path.as_uri())
        self.page.locator("#begin", has_text="Ready.").wait_for()

    def drop(self, role: str, *files: dict[str, Any] | str) -> None:
        """Gives the page files as a person does who picks them."""
        self.page.locator(f"#pick-{role}").set_input_files([*files])

    def counts(self, name: str) -> str:
        """How the figures of a draft ended, once it is checked."""
        self.page.locator("#news", has_text=f"{name} is checked").wait_for()
        return " ".join(self.page.locator("#strip .counts").inner_text().split())

    def saved(self, form: str) -> bytes:
        """The file that the menu of downloads gives in a form."""
        self.page.locator("#menu > summary").click()
        with self.page.expect_download() as saving:
            self.page.locator(f"#menu a[href^='#/download/{form}/']").click()
        return Path(saving.value.path()).read_bytes()


@pytest.fixture(scope="session")
def bundle(packages: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page, made once."""
    from tieout.web.bundled import bundled

    path = tmp_path_factory.mktemp("site") / "index.html"
    path.write_text(bundled(packages), "utf-8")
    return path


@pytest.fixture
def opened(browser: Any, bundle: Path) -> Callable[[], Any]:
    """Opens the page without a network; it asked for nothing and complained of nothing."""

    @contextmanager
    def one() -> Iterator[Opened]:
        context = browser.new_context(
            offline=True, accept_downloads=True, viewport={"width": 1440, "height": 900}
        )
        page = Opened(context, bundle)
        yield page
        assert page.asked == []
        assert page.complained == []
        context.close()

    return one


def told(name: str, raw: bytes, against: Sequence[bytes] = ()) -> str:
    """What the page is to say of a document, by the check made here."""
    paper = check(read(raw, name=name), [read(one) for one in against])
    held = paper.coverage
    words = {
        "agrees": ("agree", "agrees"),
        "rounds": ("round", "rounds"),
        "differs": ("differ", "differs"),
        "not-tested": ("not tested", "not tested"),
    }
    ended = (f"{SIGNS[way]} {held[way]:,} {many[held[way] == 1]}" for way, many in words.items())
    return f"{' '.join(ended)} \u00b7 {held['excluded']:,} excluded"


def given(name: str, raw: bytes) -> dict[str, Any]:
    """A file as a browser is given one."""
    return {"name": name, "mimeType": "application/octet-stream", "buffer": raw}


def drafted() -> bytes:
    """A draft in Word."""
    docx = pytest.importorskip("docx")
    made, held = docx.Document(), io.BytesIO()
    made.add_heading("Acme reports results", 1)
    made.add_paragraph("Revenue was $7.2 million, up 145% from $2.9 million.")
    made.add_paragraph("Net income was $1.2 million, up 100% from $0.8 million.")
    made.save(held)
    return held.getvalue()


def exhibit() -> bytes:
    """A page of HTML of a megabyte: exhibits one behind the other."""
    names = ("aflac-2020q1", "azz-fy2020-feb", "farmers-national-banc-2020q1", "nvidia-fy2025q1")
    return b"\n".join((EXHIBITS / f"{name}.htm").read_bytes() for name in names)


def test_a_release_against_last_years_offline_and_again(opened: Callable[[], Any]) -> None:
    release, before = ((HOUSE / "examples" / name).read_bytes() for name in (RELEASE, YEAR_BEFORE))
    with opened() as one:
        one.drop("against", given(YEAR_BEFORE, before))
        one.drop("draft", given(RELEASE, release))
        assert told(RELEASE, release, [before]) in one.counts(RELEASE)
        frame = one.page.frame_locator("#frame")
        frame.locator("#document", has_text="Capstone Turbine").wait_for()
        paper = check(read(release, name=RELEASE), [read(before, name=YEAR_BEFORE)])
        for form in ("xlsx", "json", "html"):
            assert one.saved(form) == report(paper, form, release)
        one.page.reload()  # offline still; nothing is left of what was dropped
        one.page.locator("#example").click()  # before the page is ready
        assert one.page.locator(".file").count() == 0
        assert told(RELEASE, release, [before]) in one.counts(RELEASE)


def test_pdf_word_and_a_large_page_end_as_they_do_elsewhere(opened: Callable[[], Any]) -> None:
    pdf, page, word = (EXHIBITS / "ulta-beauty-fy2022q4.pdf").read_bytes(), exhibit(), drafted()
    assert len(page) > 1_000_000
    with opened() as one:
        for name, raw in (("q4.pdf", pdf), ("exhibit.htm", page), ("draft.docx", word)):
            one.drop("draft", given(name, raw))
            one.page.locator(f".tab[title='{name}']").wait_for()
            one.page.locator(f".tab[title='{name}']").click()
            assert told(name, raw) in one.counts(name)
        for name in ("q4.pdf", "exhibit.htm"):  # a draft is checked against the others too
            one.page.locator(f"select[aria-label='Use {name} as']").select_option("")
            one.page.locator(f".tab[title='{name}']").wait_for(state="detached")
        marked = one.saved("docx")
        assert marked == report(check(read(word, name="draft.docx")), "docx", word)


def test_a_workbook_supports_a_draft_and_what_is_too_large_or_would_be_sent_is_refused(
    opened: Callable[[], Any], tmp_path: Path
) -> None:
    sheet = pytest.importorskip("openpyxl").Workbook()
    sheet.active.append(["Three months ended September 30, 2007", "in thousands"])
    sheet.active.append(["Revenue", 7219])
    sheet.save(tmp_path / "closing.xlsx")
    raw = (HOUSE / "examples" / RELEASE).read_bytes()
    paper = check(read(raw, name=RELEASE), support=[tmp_path / "closing.xlsx"])
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    with opened() as one:
        one.page.locator("#here summary").click()
        found = axe.run(one.page, options={"runOnly": EVERYTHING, "resultTypes": ["violations"]})
        assert [(each["id"], each["nodes"]) for each in found.response["violations"]] == []

        assert f'data-largest="{LARGEST}"' in one.page.content()
        one.page.evaluate("document.body.dataset.largest = 1000000")
        one.drop("draft", given("huge.txt", b"1" * 1_000_001), given("empty.htm", b""))
        refused = one.page.locator(".zone .wrong")
        refused.nth(1).wait_for()
        assert (
            "no release is: put each document in a file of its own" in refused.nth(0).inner_text()
        )
        assert refused.nth(1).inner_text() == "empty.htm is empty: save it, and drop it again"

        one.drop("support", str(tmp_path / "closing.xlsx"))
        one.drop("draft", given(RELEASE, raw))
        one.counts(RELEASE)
        assert one.saved("json") == report(paper, "json", raw)

        one.page.evaluate("fetch('https://example.com/').catch(() => {})")
        one.page.evaluate("new Image().src = 'https://example.com/a.png'")
        one.page.wait_for_timeout(100)
        assert len(one.complained) >= 2
        assert all("Content Security Policy" in words for words in one.complained)
        one.complained.clear()
        one.asked.clear()
