"""tieout seal: one archive, never over another file, and the hashes to write down."""

import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

ANN = ("--preparer", "Ann Lee", "--date", "2026-11-30")


@pytest.fixture
def draft(tmp_path: Path) -> str:
    path = tmp_path / "draft.txt"
    path.write_text(
        "Acme reports results\n\nRevenue was $7.2 million, up 154% from $2.9 million.\n"
    )
    return str(path)


def test_a_bundle_of_two_filings(
    tieout: Any, example: Callable[[str], str], tmp_path: Path
) -> None:
    bundle = tmp_path / "q2.tieout"
    names = example("capstone-fy2008q2-8k"), example("capstone-fy2007q2-8k")
    answer = tieout(
        "seal", names[0], "--against", names[1], *ANN, "--reviewer", "Bo Roe",
        "--reviewed", "2026-12-01", "--ignore", "PR", "--output", str(bundle),
    )  # fmt: skip
    assert (answer.status, answer.err) == (0, "")
    assert "5 members, 0 findings; prepared by Ann Lee on 2026-11-30, reviewed by Bo" in answer.out
    with zipfile.ZipFile(bundle) as held:
        told = msgspec.json.decode(held.read("manifest.json"))
        assert held.read(told["members"][0]["path"]) == Path(names[0]).read_bytes()
    assert told["reviewer"] == {"name": "Bo Roe", "date": "2026-12-01"}
    assert told["settings"] == {"select": [], "ignore": ["PR"]}
    whole, its_manifest = (line.split()[0] for line in answer.out.splitlines()[-2:])
    for noted in (whole, its_manifest):
        assert tieout("verify", str(bundle), "--sha256", noted).status == 0


def test_it_seals_whatever_the_check_found_as_of_today(
    tieout: Any, draft: str, tmp_path: Path
) -> None:
    bundle = tmp_path / "a.zip"
    answer = tieout("seal", draft, "--preparer", "Ann \x1b[2J", "--output", str(bundle))
    assert answer.status == 0
    assert "\x1b" not in answer.out
    with zipfile.ZipFile(bundle) as held:
        told = msgspec.json.decode(held.read("manifest.json"))
    assert date.fromisoformat(told["preparer"]["date"]).year >= 2024
    assert told["reviewer"] is None


def test_nothing_is_ever_written_over(tieout: Any, draft: str, tmp_path: Path) -> None:
    bundle = tmp_path / "a.tieout"
    assert tieout("seal", draft, *ANN, "--output", str(bundle)).status == 0
    sealed = bundle.read_bytes()
    answer = tieout("seal", draft, *ANN, "--output", str(bundle))
    assert (answer.status, "a bundle is evidence" in answer.err) == (2, True)
    answer = tieout("batch", draft, "--output", str(bundle))
    assert (answer.status, "nothing in it says that tieout wrote it" in answer.err) == (2, True)
    link = tmp_path / "b.tieout"
    link.symlink_to(tmp_path / "nowhere")
    assert tieout("seal", draft, *ANN, "--output", str(link)).status == 2
    assert bundle.read_bytes() == sealed


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--preparer", " ", "--output", "a.tieout"), "is nobody's name"),
        ((*ANN, "--output", "a.html"), "end its name in .tieout, or in .zip"),
        ((*ANN, "--output", "nowhere/a.tieout"), "there is no folder nowhere"),
        ((*ANN, "--reviewed", "2026-12-01", "--output", "a.tieout"), "say who with --reviewer"),
        (
            (*ANN, "--reviewer", "Bo", "--reviewed", "2026-11-29", "--output", "a.tieout"),
            "reviewed on 2026-11-29, before it is prepared on 2026-11-30",
        ),
        ((*ANN, "--select", "XX", "--output", "a.tieout"), "there is no rule 'XX'"),
        ((*ANN, "--against", "-", "--against", "-", "--output", "a.tieout"), "only once"),
        (("--output", "a.tieout"), "--preparer"),
        ((*ANN, "b.txt", "--draft", "c.txt", "--output", "a.tieout"), "previous draft of one FILE"),
    ],
)
def test_what_makes_no_sense_is_a_sentence(
    options: tuple[str, ...], said: str, tieout: Any, draft: str,
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    monkeypatch.chdir(tmp_path)
    answer = tieout("seal", draft, *options)
    assert (answer.status, answer.out) == (2, "")
    assert said in answer.err
    assert not list(tmp_path.glob("a.*"))


def test_a_store_is_no_document(tieout: Any, draft: str, tmp_path: Path) -> None:
    store = tmp_path / "filings.duckdb"
    store.write_bytes(bytes(8) + b"DUCK" + bytes(99))
    answer = tieout(
        "seal", draft, "--against", str(store), *ANN, "--output", str(tmp_path / "a.tieout")
    )
    assert (answer.status, "a bundle holds documents: give their files" in answer.err) == (2, True)


def test_support_and_what_people_said_are_sealed_and_honoured(
    tieout: Any, example: Callable[[str], str], tmp_path: Path
) -> None:
    release, book, bundle = (tmp_path / name for name in ("r.txt", "closing.csv", "q2.tieout"))
    release.write_bytes(Path(example("capstone-fy2007q2-8k")).read_bytes())
    book.write_text(
        'Backlog,"September 30, 2006"\nTotal assets,"80,000"\nBacklog,"3,600"\n', "utf-8"
    )
    said = tieout("accept", str(release), "RX006", "--reason", "par value", "--by", "AB")
    assert said.status == 0
    answer = tieout("seal", str(release), "--support", str(book), *ANN, "--output", str(bundle))
    assert (answer.status, answer.err) == (0, "")
    assert "6 members, 0 findings" in answer.out
    with zipfile.ZipFile(bundle) as held:
        assert {"accepted.toml", "support/2-closing.csv"} <= set(held.namelist())
    answer = tieout("verify", str(bundle))
    assert (answer.status, "233 figures, 0 findings" in answer.out) == (0, True)
    bundle.write_bytes(bundle.read_bytes().replace(b'par value"', b'per value"', 1))
    assert "accepted.toml is damaged" in tieout("verify", str(bundle)).out


def test_a_tick_whose_support_is_another_file_by_now_is_not_sealed(
    tieout: Any, draft: str, tmp_path: Path
) -> None:
    count, bundle = tmp_path / "count.csv", tmp_path / "a.tieout"
    count.write_text("154%\n", "utf-8")
    said = tieout("tick", draft, "7.2 million", "--support", "count", "--file", str(count),
                  "--by", "AB")  # fmt: skip
    assert (said.status, said.err) == (0, "")
    count.write_text("155%\n", "utf-8")
    answer = tieout("seal", draft, *ANN, "--output", str(bundle))
    assert (answer.status, "count.csv is not the file that a figure was" in answer.err) == (2, True)
    assert not bundle.exists()
    count.write_text("154%\n", "utf-8")
    assert tieout("seal", draft, *ANN, "--output", str(bundle)).status == 0


def test_another_file_of_what_people_said_is_not_left_out(
    tieout: Any, draft: str, tmp_path: Path
) -> None:
    folder = tmp_path / "form"
    folder.mkdir()
    form, said = folder / "form.txt", folder / "accepted.toml"
    form.write_text("Acme reports\n\nRevenue was $7.2 million.\n", "utf-8")
    said.write_text("", "utf-8")
    both = ("seal", draft, str(form), *ANN, "--output", str(tmp_path / "a.tieout"))
    answer = tieout(*both)
    assert (answer.status, f"{said} is not what people said of {draft}" in answer.err) == (2, True)
    assert tieout(*both, "--accepted", str(said)).status == 0


def test_of_two_seals_at_once_the_first_stays(
    tieout: Any, draft: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tieout.bundle import sealing

    bundle, seal = tmp_path / "a.tieout", sealing.sealed

    def meanwhile(*given: Any) -> Any:
        bundle.write_bytes(b"the other seal's")
        return seal(*given)

    monkeypatch.setattr(sealing, "sealed", meanwhile)
    answer = tieout("seal", draft, *ANN, "--output", str(bundle))
    assert (answer.status, "a bundle is evidence" in answer.err) == (2, True)
    assert bundle.read_bytes() == b"the other seal's"
