"""What the page weighs, and what it takes in the system's Chromium: sizes and times, printed.

    python tools/bench_web.py [DOCUMENT...]

The page is opened from the disk, without a network. Each document is checked twice, each time as
the only draft: the first check loads code that the second has.
"""

import gzip
import shutil
import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import FilePayload, Page, sync_playwright

from tieout.web.bundled import bundled
from tieout.web.fetched import cache, fetched, pinned
from tieout.web.parts import parts

HOUSE = Path(__file__).resolve().parent.parent
EXHIBITS = HOUSE / "tests" / "corpus" / "exhibits"
DOCUMENTS = (
    HOUSE / "examples" / "capstone-fy2008q2-release.txt",
    EXHIBITS / "nvidia-fy2025q1.htm",
    EXHIBITS / "ebay-2023q1.pdf",
)
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
LONGEST = 120_000
OFF = "one => { one.value = ''; one.dispatchEvent(new Event('change')); }"


def main(named: list[str]) -> int:
    """Prints sizes and times."""
    files = fetched(pinned(), cache())
    began = time.monotonic()
    page = bundled(files).encode()
    print(f"{'made in':32} {time.monotonic() - began:8.1f} s")
    print(f"{'the page, all in one file':32} {len(page) / 1e6:8.1f} MB")
    print(f"{'the same as a server sends it':32} {len(gzip.compress(page)) / 1e6:8.1f} MB")
    for name, raw in parts(files).items():
        print(f"  {name:30} {len(raw) / 1e6:8.2f} MB, packed {len(gzip.compress(raw)) / 1e6:.2f}")
    browser = next((found for name in BROWSERS if (found := shutil.which(name))), None)
    if browser is None:
        print("no Chromium here, so no times (Debian: apt install chromium)")
        return 0
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder) / "index.html"
        path.write_bytes(page)
        started = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        one = started.new_context(offline=True).new_page()
        one.set_default_timeout(LONGEST)
        began = time.monotonic()
        one.goto(path.as_uri())
        print(f"{'opened, till it is drawn':32} {time.monotonic() - began:8.2f} s")
        one.locator("#begin", has_text="Ready.").wait_for()
        print(f"{'opened, till it is ready':32} {time.monotonic() - began:8.2f} s")
        for document in [Path(name) for name in named] or DOCUMENTS:
            times = [_checked(one, document, turn) for turn in ("first", "second")]
            print(f"  {document.name:30} {times[0]:8.2f} s, then {times[1]:.2f} s")
        started.close()
    return 0


def _checked(page: Page, document: Path, turn: str) -> float:
    """The seconds till a draft is checked and shown, which is then put aside."""
    name = f"{turn}-{document.name}"
    raw = FilePayload(name=name, mimeType="text/plain", buffer=document.read_bytes())
    began = time.monotonic()
    page.locator("#pick-draft").set_input_files([raw])
    page.locator("#strip .counts").wait_for()
    took = time.monotonic() - began
    page.locator(f"select[aria-label='Use {name} as']").evaluate(OFF)
    page.locator("#strip .counts").wait_for(state="detached")
    return took


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
