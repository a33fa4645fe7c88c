"""Runs the README and the walks of docs/; `pytest --update` rewrites what they print."""

import io
import re
import shlex
import shutil
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path, PurePath

import pytest

from tieout import cli
from tieout.reports import formats

_FENCE = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ tieout (.*)\n", re.MULTILINE)
_BODY = "word/document.xml"
_SLIPS = (("8,343", "8,434"), ("145%", "154%"))


def with_slips(raw: bytes) -> bytes:
    """The Word document with two figures typed wrong."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as read, zipfile.ZipFile(made, "w") as written:
        for part in read.namelist():
            content = read.read(part).decode("utf-8", "surrogateescape")
            for right, wrong in _SLIPS if part == _BODY else ():
                assert right in content
                content = content.replace(right, wrong, 1)
            written.writestr(part, content.encode("utf-8", "surrogateescape"))
    return made.getvalue()


@pytest.fixture
def desk(
    house: Path, closing: Callable[..., bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """The folder that a walk starts in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    examples = house / "examples"
    assert cli.run(["write", str(examples / "capstone-fy2008q2"), "--output", "composed"]) == 0
    (release,) = Path("composed").glob("*_ex99-1.docx")
    Path("release.docx").write_bytes(release.read_bytes())
    Path("draft.docx").write_bytes(with_slips(release.read_bytes()))
    shutil.copy(examples / "capstone-fy2007q2-8k.txt", "last-year.txt")
    Path("closing.xlsx").write_bytes(closing({"IS!B9": 5940}))
    Path("releases").mkdir()
    for path in examples.glob("*8k.txt"):
        shutil.copy(path, "releases")
    return tmp_path


def is_there(words: list[str]) -> bool:
    """False for a check whose output is in a format that this version does not have."""
    if words[0] != "check" or "--output" not in words:
        return True
    suffix = PurePath(words[words.index("--output") + 1]).suffix.lstrip(".")
    return suffix in (*formats(), "md", "txt", "htm")


@pytest.mark.parametrize("page", ["README.md", "docs/accountant.md", "docs/analyst.md"])
def test_a_walk_prints_what_it_says(
    page: str,
    desk: Path,
    house: Path,
    golden: Callable[[Path, str], None],
    capfdbinary: pytest.CaptureFixture[bytes],
) -> None:
    ran = 0

    def run(match: re.Match[str]) -> str:
        nonlocal ran
        pieces = _COMMAND.split(match[0])
        said = [pieces[0]]
        for command, printed in zip(pieces[1::2], pieces[2::2], strict=True):
            words = shlex.split(command)
            said.append(f"$ tieout {command}\n")
            if not is_there(words):
                said.append(printed)
                continue
            capfdbinary.readouterr()
            assert cli.run(words) in (0, 1)
            told = capfdbinary.readouterr()
            assert told.err == b""
            said.append(told.out.decode().rstrip("\n") + "\n" * bool(told.out))
            ran += 1
        return "".join(said)

    path = house / page
    golden(path, _FENCE.sub(run, path.read_text("utf-8")))
    assert ran >= (1 if page == "README.md" else 4)
