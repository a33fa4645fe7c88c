"""In a frame the workpaper says which figure was chosen, and shows what it is asked for."""

from pathlib import Path
from typing import Any

from tieout.model.workpaper import Workpaper
from tieout.reports import report

AROUND = """<button>outside</button>
<iframe name="tieout" sandbox="allow-scripts" src="workpaper.html" height="700"></iframe>
<script>
  heard = [];
  frame = document.querySelector("iframe");
  addEventListener("message", ({ data }) => heard.push(data));
  show = (place) => frame.contentWindow.postMessage({ tieout: "show", place }, "*");
</script>"""


def test_a_framed_workpaper_speaks_with_the_page_around(
    browser: Any, tmp_path: Path, altered: Workpaper
) -> None:
    (tmp_path / "workpaper.html").write_bytes(report("html").render(altered))
    (tmp_path / "around.html").write_text(AROUND)
    page = browser.new_page()
    try:
        page.goto((tmp_path / "around.html").as_uri())
        inside, subject = page.frame_locator("iframe"), altered.findings[0].subject.figure
        assert inside.locator("header.head").is_hidden()
        inside.locator(f"#f{subject}").click()
        page.wait_for_function("heard.length")
        assert page.evaluate("heard") == [{"tieout": "figure", "figure": subject}]
        page.locator("button").focus()
        page.evaluate("place => show(place)", altered.findings[0].rule)
        inside.locator(f"#{altered.findings[0].rule}").wait_for()
        assert inside.locator("#working").is_hidden()
        for place in ("f99999999", "data", "f1 <b>", f"f{subject}"):
            page.evaluate("place => show(place)", place)
        inside.locator("#working h2").wait_for()
        assert page.evaluate("document.activeElement.textContent") == "outside"
        assert len(page.evaluate("heard")) == 1
    finally:
        page.close()
