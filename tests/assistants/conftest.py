"""A folder with a release in which somebody has typed a total wrong, and one that is right."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tieout.assistants.folders import Folders

if TYPE_CHECKING:
    from tieout.model.workpaper import Release


@pytest.fixture
def folder(small: "Release", tmp_path: Path) -> Path:
    """Holds right.txt, and wrong.txt, whose operating expenses are 8,434 in place of 8,343."""
    text = small.document.text
    (tmp_path / "right.txt").write_text(text, "utf-8")
    wrong = text.replace("8,343\t8,653", "8,434\t8,653").replace(
        "for the same period last year.",
        "for the same period last year. Total operating expenses were $8.4 million.",
    )
    (tmp_path / "wrong.txt").write_text(wrong, "utf-8")
    return tmp_path


@pytest.fixture
def folders(folder: Path) -> Folders:
    """That folder, allowed."""
    return Folders((str(folder),))
