"""A missing library is named with a command that works where the reader stands."""

import ast
import re
import sys
import tomllib
from pathlib import Path

import pytest

from tieout import extras


@pytest.fixture
def standing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an environment in it, that tieout is installed in, and the folder at hand."""
    beside = tmp_path / ".venv" / "bin"
    beside.mkdir(parents=True)
    (beside / "pip").touch()
    monkeypatch.setattr(sys, "executable", str(beside / "python"))
    monkeypatch.setattr(sys, "prefix", str(tmp_path / ".venv"))
    monkeypatch.setattr(extras, "_ROOT", tmp_path / "lib")
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_from_a_clone_it_is_the_clone_that_is_installed(
    standing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (standing / "src" / "tieout").mkdir(parents=True)
    (standing / "pyproject.toml").touch()
    monkeypatch.setattr(extras, "_ROOT", standing)
    assert extras.needs("reading a PDF", "pypdfium2", "pdf") == (
        "reading a PDF needs pypdfium2: run .venv/bin/pip install -e '.[pdf]'"
    )


def test_from_an_index_it_is_tieout_with_its_extra(standing: Path) -> None:
    assert extras.installing("pdf") == ".venv/bin/pip install 'tieout[pdf]'"
    assert extras.adding("polars") == ".venv/bin/pip install polars"


def test_in_an_active_environment_pip_is_enough(
    standing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (standing / ".venv" / "bin" / "pip").chmod(0o755)
    monkeypatch.setenv("PATH", str(standing / ".venv" / "bin"))
    assert extras.installing("pdf") == "pip install 'tieout[pdf]'"


def test_from_another_folder_the_path_is_whole(
    standing: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(standing / ".venv")
    monkeypatch.setattr(sys, "executable", str(standing / "other one" / "python"))
    assert extras.installing("pdf") == (
        f"'{standing}/other one/python' -m pip install 'tieout[pdf]'"
    )


@pytest.mark.parametrize(
    ("home", "command"),
    [
        ("/home/a/.local/share/pipx/venvs/tieout", "pipx install --force 'tieout[pdf]'"),
        ("/home/a/.local/share/uv/tools/tieout", "uv tool install --force 'tieout[pdf]'"),
        ("/home/a/.cache/uv/archive-v0/x1", "uvx --from 'tieout[pdf]' tieout"),
    ],
)
def test_tools_that_install_programs_are_told_apart(
    home: str, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "prefix", home)
    assert extras.installing("pdf") == command


def test_no_other_module_says_how_to_install(house: Path) -> None:
    package = house / "src" / "tieout"
    saying = [one for one in package.rglob("*.py") if "pip install" in one.read_text("utf-8")]
    assert saying == []


NAMED_OTHERWISE = {
    "python-docx": "docx",
    "markdown-it-py": "markdown_it",
    "edgartools": "edgar",
}
"""Libraries that are imported by another name than they are installed by."""


def imported(folder: Path) -> set[str]:
    """The libraries that the modules below a folder import, wherever in them."""
    found: set[str] = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Import):
                found |= {one.name.partition(".")[0] for one in node.names}
            elif isinstance(node, ast.ImportFrom):
                found.add((node.module or "").partition(".")[0])
    return found


def test_no_extra_installs_a_library_that_nothing_uses(house: Path) -> None:
    project = tomllib.loads((house / "pyproject.toml").read_text("utf-8"))["project"]
    extras = project["optional-dependencies"] | {"": project["dependencies"]}
    used, by_tools = imported(house / "src"), imported(house / "tools")
    for extra in extras.keys() - {"test"}:
        for wanted in extras[extra]:
            library = re.split(r"[\[><=!~; ]", wanted, maxsplit=1)[0]
            name = NAMED_OTHERWISE.get(library, library.replace("-", "_"))
            is_for_tools = extra in ("bench", "fuzz", "mutants")
            is_used = name == "tieout" or name in used or (is_for_tools and name in by_tools)
            assert is_used, f"nothing imports {name}, which the extra {extra!r} installs"
