"""Books to filings: read back, checked, and written all or nothing."""

import re
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from tieout.compose.book import Book
from tieout.compose.writing import composed, write
from tieout.engine import read
from tieout.errors import Misuse
from tieout.model.workpaper import Release

Make = Callable[..., Book]
NAME = "cpst-20071108_ex99-1.txt"


def told(release: Release) -> list[tuple[str, list[tuple[str, list[object]]]]]:
    """The statements: captions and cells as read."""
    return [
        (
            statement.kind,
            [
                (
                    " ".join(line.caption.split()),
                    [cell and str(cell) for cell in map(line.printed, range(len(line.cells)))],
                )
                for line in statement.lines
            ],
        )
        for statement in release.statements
    ]


def words(release: Release) -> list[str]:
    """Every word of a release from its headline on, tables and all, without markup and layout."""
    text = release.document.text
    plain = re.sub(r"<[^>]*>|\\|--|[|_=]", " ", text[text.index("Announces Second Quarter") :])
    return [word for word in plain.replace("*", " ").split() if set(word) != {"-"}]


def test_the_example_is_the_filing_but_for_what_does_not_recompute(
    capstone_book: Book, house: Path
) -> None:
    made = composed(capstone_book, ["text", "html"])
    assert made.findings == ()
    assert {paper.coverage["rounds"] for paper in made.workpapers.values()} == {0}
    filed = read("8k.txt", (house / "examples" / "capstone-fy2008q2-8k.txt").read_bytes())
    for name in ("cpst-20071108_ex99-1.txt", "cpst-20071108_ex99-1.htm"):
        assert told(made.workpapers[name].releases[0]) == told(filed)
    old, new = words(filed), words(made.workpapers[NAME].releases[0])
    steps = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    differing = [
        (" ".join(old[a:b]), " ".join(new[c:d])) for tag, a, b, c, d in steps if tag != "equal"
    ]
    assert differing == [
        ("28%", "29%"),  # the subheadline
        ("28%", "29%"),
        ("3%", "2%"),
        ("$1.9", "$2.0"),
        # A header of two lines over neighbouring groups: the first line of both, then the second.
        ("September 30,", ""),
        ("", "September 30,"),
    ]
    assert made.telling.typed == ("90",)  # days that a webcast is kept


def test_every_format_is_read_back_without_a_difference(capstone_book: Book) -> None:
    made = composed(capstone_book)
    assert made.findings == ()
    suffixes = {Path(name).suffix for name in made.workpapers}
    assert suffixes == {".htm", ".txt", ".md", ".docx"}
    assert made.ticked > 150
    assert "cpst-20071108_ex99-1.json" in made.files  # the facts, beside the release


def test_a_typed_figure_that_differs_is_a_finding(small_book: Make) -> None:
    book = small_book(narrative="Revenue for the second quarter was $7.3 million.\n")
    (finding,) = composed(book, ["text", "markdown"]).findings
    assert finding == (
        "acme-20071108_ex99-1.txt, acme-20071108_ex99-1.md: revenue, three months ended "
        "September 30, 2007: reported $7.3 million, expected $7.219 million, $0.081 million "
        "too high"
    )


def test_the_folder_is_new_or_holds_an_earlier_filing(small_book: Make, tmp_path: Path) -> None:
    made = composed(small_book(), ["text"])
    out = tmp_path / "deep" / "out"
    write(made, out)
    first = sorted(path.name for path in out.iterdir())
    assert first == sorted(made.files)
    (out / "acme-20071108_ex99-1.docx").write_text("from a run with other formats")
    write(made, out)
    assert sorted(path.name for path in out.iterdir()) == first
    assert [path.name for path in out.parent.iterdir()] == ["out"]


def test_a_folder_with_other_files_stays_as_it_was(small_book: Make, tmp_path: Path) -> None:
    made = composed(small_book(), ["text"])
    out = tmp_path / "out"
    out.mkdir()
    (out / "notes.txt").write_text("mine")
    with pytest.raises(Misuse, match=r"out holds 'notes.txt', which is not of this filing: give a"):
        write(made, out)
    assert [path.name for path in out.iterdir()] == ["notes.txt"]
    # What only begins like our names is somebody's: it would be gone with the folder's place taken.
    (out / "notes.txt").rename(out / "acme-20071108_ex99-1 comments.docx")
    with pytest.raises(Misuse, match=r"comments\.docx., which is not of"):
        write(made, out)
    (out / "acme-20071108_ex99-1 comments.docx").rename(out / "notes.txt")
    with pytest.raises(Misuse, match="is no folder"):
        write(made, out / "notes.txt")
    with pytest.raises(Misuse, match="cannot be written"):
        write(made, out / "notes.txt" / "deeper")


def test_what_cannot_be_written_leaves_no_trace(
    small_book: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = composed(small_book(), ["text"])
    out = tmp_path / "in" / "out"
    write(made, out)
    before = {path.name: path.read_bytes() for path in out.iterdir()}

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(Misuse, match="out cannot be written: No space left on device"):
        write(made, out)
    assert {path.name: path.read_bytes() for path in out.iterdir()} == before
    with pytest.raises(Misuse, match="new cannot be written"):
        write(made, out.parent / "new")
    assert [path.name for path in out.parent.iterdir()] == ["out"]


def test_an_interruption_leaves_each_file_old_or_new(
    small_book: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = composed(small_book(), ["text", "markdown"])
    out = tmp_path / "in" / "out"
    write(made, out)
    for path in out.iterdir():
        path.write_text("old")
    (out / NAME.replace("cpst", "acme")).unlink()
    place, placed = Path.replace, 0

    def stop(path: Path, target: Path) -> Path:
        nonlocal placed
        placed += 1
        if placed == 4:
            raise KeyboardInterrupt
        return place(path, target)

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(KeyboardInterrupt):
        write(made, out)
    there = {path.name: path.read_bytes() for path in out.iterdir()}
    assert set(there) < set(made.files)
    assert {content in (b"old", made.files[name]) for name, content in there.items()} == {True}
    assert [path.name for path in out.parent.iterdir()] == ["out"]


def test_a_folder_stays_the_folder_it_was(
    small_book: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = composed(small_book(), ["text"])
    out = tmp_path / "out"
    out.mkdir(mode=0o700)
    out.chmod(0o2700)
    monkeypatch.chdir(out)
    for folder in (Path("../out"), Path()):
        write(made, folder)
        assert out.stat().st_mode & 0o7777 == 0o2700
        assert sorted(path.name for path in Path().iterdir()) == sorted(made.files)


def test_a_folder_in_the_place_of_a_file_is_left_alone(small_book: Make, tmp_path: Path) -> None:
    made = composed(small_book(), ["text"])
    out = tmp_path / "out"
    out.mkdir()
    name = next(iter(made.files))
    (out / name).mkdir()
    (out / name / "mine.txt").write_text("mine")
    with pytest.raises(Misuse, match=r"ex99-1.txt', which is no file: give a new folder"):
        write(made, out)
    assert [path.name for path in out.iterdir()] == [name]
    (out / name / "mine.txt").unlink()


def test_what_a_killed_run_left_is_taken_away(small_book: Make, tmp_path: Path) -> None:
    made = composed(small_book(), ["text"])
    out = tmp_path / "out"
    out.mkdir()
    (out / ".tieout-0123456789abcdef").write_text("half")
    write(made, out)
    assert sorted(path.name for path in out.iterdir()) == sorted(made.files)
