"""Draws the HTML workpaper of a release as a picture, with the system's Chromium."""

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SIZE = "1400,1000"
# A page scrolled by its address is drawn blank without a window, so a copy of the page, without its
# policy against scripts that are not its own, moves itself and opens the figure's working.
POLICY = re.compile(r"<meta http-equiv=.Content-Security-Policy.[^>]*>")
MOVED = """<style>.part { content-visibility: visible !important; }</style><script>
addEventListener("load", () => {
  const figure = document.getElementById("{place}");
  if (!figure) return;
  figure.click();
  scrollTo(0, 0);
  document.body.style.marginTop = 430 - figure.getBoundingClientRect().top + "px";
});
</script>
"""


def main(subject: str, against: str, picture: str, figure: str) -> int:
    """Writes the picture, moved to a figure, or says what is missing."""
    browser = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if browser is None:
        print("no Chromium here (Debian: apt install chromium)", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "workpaper.html"
        words = [sys.executable, "-m", "tieout", "check", subject, "--against", against]
        status = subprocess.run(
            [*words, "--format", "html", "--output", str(page)], check=False
        ).returncode
        if status > 1:
            return status
        html = POLICY.sub("", page.read_text("utf-8"))
        page.write_text(html + MOVED.replace("{place}", place_of(figure, html)), "utf-8")
        return subprocess.run(
            [
                browser,
                "--headless",
                "--no-sandbox",
                "--hide-scrollbars",
                "--disable-gpu",
                "--virtual-time-budget=2000",
                f"--user-data-dir={folder}/profile",
                f"--window-size={SIZE}",
                f"--screenshot={Path(picture).resolve()}",
                page.as_uri(),
            ],
            check=False,
            stderr=subprocess.DEVNULL,
        ).returncode


def place_of(figure: str, page: str) -> str:
    """The id of the last figure printed so; empty where none is."""
    found = re.findall(rf"<a id=(f[0-9]+) [^>]*>{re.escape(figure)}<", page)
    return found[-1] if found else ""


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:5]))
