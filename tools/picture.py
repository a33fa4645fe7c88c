"""Draws the HTML workpaper of a release as a picture, with the system's Chromium."""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SIZE = "1400,1000"


def main(subject: str, against: str, picture: str) -> int:
    """Writes the picture, or says what is missing."""
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
        return subprocess.run(
            [
                browser,
                "--headless",
                "--no-sandbox",
                "--hide-scrollbars",
                "--disable-gpu",
                f"--user-data-dir={folder}/profile",
                f"--window-size={SIZE}",
                f"--screenshot={Path(picture).resolve()}",
                page.as_uri(),
            ],
            check=False,
            stderr=subprocess.DEVNULL,
        ).returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
