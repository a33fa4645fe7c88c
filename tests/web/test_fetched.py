"""What the page is made of, fetched once and known by hash; no test asks a registry."""

import shutil
import subprocess
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from tieout.errors import Misuse
from tieout.web import fetched as module
from tieout.web.fetched import Package, Pinned, cache, fetched, pinned

WHEEL = b"PK a wheel"
ONE = Package("pip", "msgspec", "0.23.0", "msgspec.whl", sha256(WHEEL).hexdigest())
PINS = Pinned("pyemscripten_2026_0_wasm32", "3.14", (ONE,))


def by(said: bytes | None, status: int = 0) -> Any:
    """A client that puts this into the folder, and what it was called with."""
    asked: list[tuple[str, ...]] = []

    def run(command: tuple[str, ...], cwd: Path, **_: object) -> subprocess.CompletedProcess[bytes]:
        asked.append(command)
        if said is not None:
            (cwd / ONE.file).write_bytes(said)
        return subprocess.CompletedProcess(command, status)

    return run, asked


def test_a_file_is_fetched_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run, asked = by(WHEEL)
    monkeypatch.setattr(subprocess, "run", run)
    assert fetched(PINS, tmp_path / "kept") == {"msgspec": WHEEL}
    assert fetched(PINS, tmp_path / "kept") == {"msgspec": WHEEL}
    assert len(asked) == 1
    assert asked[0][1:4] == ("-m", "pip", "download")
    assert "cp314" in asked[0]
    assert asked[0][-1] == "msgspec==0.23.0"


def test_npm_fetches_what_is_npms(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run, asked = by(WHEEL)
    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")
    fetched(replace(PINS, package=(replace(ONE, client="npm"),)), tmp_path)
    ((npm, pack, *_, what),) = asked
    assert (npm, pack, what) == ("/bin/npm", "pack", "msgspec@0.23.0")


def test_another_file_than_the_pinned_one_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subprocess, "run", by(b"PK another wheel")[0])
    with pytest.raises(Misuse, match=r"msgspec\.whl is not the file that its hash"):
        fetched(PINS, tmp_path)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("said", [None, b""])
def test_what_cannot_be_fetched_is_named_with_the_remedy(
    said: bytes | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(subprocess, "run", by(said, status=1)[0])
    words = rf"without msgspec 0\.23\.0: pip could not fetch it.* put msgspec\.whl into {tmp_path}"
    with pytest.raises(Misuse, match=words):
        fetched(PINS, tmp_path)


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (subprocess.TimeoutExpired("pip", 300), "pip took too long"),
    ],
)
def test_a_client_that_does_not_run_is_named(
    reason: Exception, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(*_: object, **__: object) -> None:
        raise reason

    monkeypatch.setattr(subprocess, "run", run)
    with pytest.raises(Misuse, match=words):
        fetched(PINS, tmp_path)


def test_a_python_without_pip_takes_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run, asked = by(WHEEL)
    monkeypatch.setattr(subprocess, "run", run)
    monkeypatch.setattr(module, "find_spec", lambda _: None)
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(Misuse, match="pip is not installed"):
        fetched(PINS, tmp_path)
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")
    fetched(PINS, tmp_path)
    assert asked[0][:2] == ("/bin/pip", "download")


def test_a_folder_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Misuse, match=r"cannot be made.*name another place in XDG_CACHE_HOME"):
        fetched(PINS, tmp_path / "file" / "web")


def test_what_was_fetched_is_kept_where_caches_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert cache() == Path("/somewhere/tieout/web")
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert cache() == Path.home() / ".cache" / "tieout" / "web"


def test_every_package_is_pinned_by_the_hash_of_its_file() -> None:
    pins = pinned()
    assert {"pyodide", "parse5", "msgspec"} <= {one.name for one in pins.package}
    assert all(len(one.sha256) == 64 for one in pins.package)
