import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tieout.bundle.performing import performed
from tieout.bundle.sealing import Given, hashed
from tieout.errors import Misuse
from tieout.model.workpaper import Workpaper
from tieout.review import working
from tieout.review.asked import Answer, Check, Checked, Failed, Files, Made, Render, Say, Seal
from tieout.review.progress import Progress
from tieout.review.working import ahead, worked


@pytest.fixture
def files(folder: Path) -> Files:
    """The release, against the filing of the year before."""
    return Files(
        str(folder),
        (
            Given("subject", "release.txt", (folder / "release.txt").read_bytes()),
            Given("against", "last-year.txt", (folder / "last-year.txt").read_bytes()),
        ),
    )


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes that start from here on have a second for their files."""
    monkeypatch.setenv("TIEOUT_SECONDS", "1")


@pytest.fixture
def answered() -> Iterator[Callable[..., Answer]]:
    """What a process of its own answers."""
    processes = ahead()
    yield processes.outcome
    processes.end()


def with_more(files: Files, *given: Given) -> Files:
    return msgspec.structs.replace(files, given=(*files.given, *given))


def test_each_draft_is_checked_and_drawn_in_a_process_of_its_own(
    files: Files, answered: Callable[..., Answer]
) -> None:
    told: list[Progress] = []
    answer = answered(Check(files), told.append)
    assert isinstance(answer, Checked)
    (draft,) = map(msgspec.json.decode, answer.drafts)
    assert (draft["name"], draft["counts"]["differs"]) == ("release.txt", 0)
    assert answer.pages[0].startswith(b"<!doctype html>")
    assert answer.kinds == {"release.txt": "release", "last-year.txt": "8-K"}
    assert told[-1].step == "checking release.txt"


def test_several_drafts_are_a_package_and_each_is_held_against_the_others(files: Files) -> None:
    raw = files.given[0].content.replace(b"7,219", b"7,291")
    answer = worked(Check(with_more(files, Given("subject", "copy.txt", raw))))
    assert isinstance(answer, Checked)
    one, other = map(msgspec.json.decode, answer.drafts)
    assert [words.partition(":")[0] for words in other["against"]] == [
        "release.txt",
        "last-year.txt",
    ]
    assert one["counts"]["differs"] == 0 or one["name"] == "release.txt"
    assert b"tieout package" in answer.matrix
    assert msgspec.json.decode(answer.package)["differs"] > 0


def test_what_cannot_be_read_is_a_fault_of_its_file_and_the_rest_is_checked(files: Files) -> None:
    broken = (
        Given("against", "broken.pdf", b"%PDF-1.4 nothing"),
        Given("support", "books.csv", files.given[0].content),
        Given("subject", "broken.docx", b"PK\3\4"),
    )
    answer = worked(Check(with_more(files, *broken)))
    assert isinstance(answer, Checked)
    assert {"broken.pdf", "broken.docx"} <= answer.faults.keys()
    one, other = map(msgspec.json.decode, answer.drafts)
    assert one["counts"]["agrees"] > 0
    assert other == {"name": "broken.docx", "error": answer.faults["broken.docx"]}
    assert answer.pages[1] == b""


def test_what_could_not_be_opened_is_a_fault_of_its_file_and_is_not_sealed(files: Files) -> None:
    faults = {"shut.txt": "shut.txt cannot be read: Permission denied"}
    shut = msgspec.structs.replace(
        with_more(files, Given("subject", "shut.txt", b"")), faults=faults
    )
    answer = worked(Check(shut))
    assert isinstance(answer, Checked)
    assert answer.faults == faults
    one, other = map(msgspec.json.decode, answer.drafts)
    assert one["counts"]["agrees"] > 0
    assert other == {"name": "shut.txt", "error": faults["shut.txt"]}
    assert worked(Seal(shut, "Ann Lee", "")) == Failed(faults["shut.txt"])


def test_a_book_that_is_the_draft_itself_is_refused(files: Files) -> None:
    itself = Given("support", "books.txt", files.given[0].content)
    answer = worked(Check(with_more(files, itself)))
    assert isinstance(answer, Checked)
    assert "books.txt" in answer.faults


@pytest.mark.parametrize("form", ["html", "xlsx", "json", "summary"])
def test_a_workpaper_is_drawn_in_any_form(files: Files, form: str) -> None:
    made = worked(Render(files, 0, form))
    assert isinstance(made, Made)
    assert made.suffix == {"summary": "md"}.get(form, form)
    assert made.content


def test_what_there_is_not_is_not_drawn(files: Files) -> None:
    for asked in (Render(files, 1, "html"), Render(files, 0, "poem"),
                  Render(files, "package", "html"), Render(files, 0, "docx")):  # fmt: skip
        assert isinstance(worked(asked), Failed)


def test_a_tick_is_kept_and_taken_back(files: Files, folder: Path) -> None:
    (folder / "backlog.csv").write_text("backlog,10.4")
    figure = "7.2 million#1"  # of the backlog, which no other document states
    made = worked(Say(files, 0, "tick", figure, "backlog report", "AB", "backlog.csv"))
    assert isinstance(made, Made), made
    assert b"[[ticked]]" in made.content
    assert b'file = "backlog.csv"' in made.content
    held = with_more(files, Given("accepted", "accepted.toml", made.content))
    undone = worked(Say(held, 0, "undo", "0", "", ""))
    assert isinstance(undone, Made)
    assert b"[[ticked]]" not in undone.content
    assert isinstance(worked(Say(held, 0, "undo", "1", "", "")), Failed)


def test_all_of_it_is_sealed(files: Files) -> None:
    made = worked(Seal(files, "Ann Lee", ""))
    assert isinstance(made, Made)
    with zipfile.ZipFile(BytesIO(made.content)) as archive:
        assert "subject/1-release.txt" in archive.namelist()
    assert len(made.sha256) == len(made.manifest_sha256) == 64
    assert worked(Seal(files, " ", "")) == Failed(
        "'' is nobody's name: say who prepared or reviewed"
    )


def test_a_process_that_dies_is_a_sentence_of_the_step_it_was_at(
    files: Files,
    tmp_path: Path,
    hurried: None,
    answered: Callable[..., Answer],
) -> None:
    endless = Given("subject", "endless.txt", files.given[0].content * 500)
    answer = answered(Check(Files(str(tmp_path), (endless,))))
    assert isinstance(answer, Failed)
    assert answer.sentence.startswith("Reading endless.txt: it broke off, since it takes too long")


def test_a_draft_that_cannot_be_checked_stands_in_no_others_place(
    files: Files, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(number: int, *given: Any, **more: Any) -> Workpaper:
        if number == 0:
            raise Misuse("not this one")
        return performed(number, *given, **more)

    monkeypatch.setattr(working, "performed", refused)
    raw = files.given[0].content.replace(b"7,219", b"7,291")
    answer = worked(Check(with_more(files, Given("subject", "other.txt", raw))))
    assert isinstance(answer, Checked)
    one, other = map(msgspec.json.decode, answer.drafts)
    assert one == {"name": "release.txt", "error": "not this one"}
    assert (other["name"], other["sha256"]) == ("other.txt", hashed(raw))
