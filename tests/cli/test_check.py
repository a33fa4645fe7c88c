"""tieout check: the report, the exit status, and every bad input."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

CLEAN, WARNED = "capstone-fy2008q2-8k", "capstone-fy2007q2-8k"
Example = Callable[[str], str]


def test_nothing_differs(tieout: Any, example: Example) -> None:
    answer = tieout("check", example(CLEAN), "--against", example(WARNED))
    assert answer.status == 0
    assert "Nothing differs among the 91% of figures that were tested; 9% were not" in answer.out
    assert answer.err == ""


def test_a_warning_is_a_difference(tieout: Any, example: Example) -> None:
    assert tieout("check", example(WARNED)).status == 1


def test_strict_counts_rounding_too(tieout: Any, example: Example) -> None:
    assert tieout("check", example(CLEAN), "--strict").status == 1


def test_json_spans_both_documents(tieout: Any, example: Example) -> None:
    answer = tieout("check", example(CLEAN), "--against", example(WARNED), "--format", "json")
    made = json.loads(answer.out)
    assert [one["role"] for one in made["documents"]] == ["subject", "prior"]
    assert {one["document"] for one in made["figures"]} == {"d0"}


def test_html_goes_to_standard_output(tieout: Any, example: Example) -> None:
    assert tieout("check", example(CLEAN), "--format", "html").out.startswith("<!doctype html>")


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("w.html", b"<!doctype"),
        ("w.json", b'{"format"'),
        ("w.txt", b"Capstone"),
        ("w.md", b"# Capstone"),
    ],
)
def test_the_name_of_the_output_says_the_format(
    name: str, begins: bytes, tieout: Any, example: Example, tmp_path: Path
) -> None:
    answer = tieout("check", example(CLEAN), "--output", str(tmp_path / name))
    said = f"{tmp_path / name}: 225 figures, 157 agree, 4 round, 0 findings\n"
    assert (answer.status, answer.out) == (0, said)
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_a_dash_is_standard_input(tieout: Any) -> None:
    answer = tieout("check", "-", "--format", "json", stdin=b"Revenue was $7.2 million.\n")
    assert json.loads(answer.out)["documents"][0]["name"] == "standard input"


def test_only_the_rules_selected(tieout: Any, example: Example) -> None:
    answer = tieout(
        "check", example(CLEAN), "--select", "ft,TI", "--ignore", "FT002", "--format", "json"
    )
    codes = {one["rule"] for one in json.loads(answer.out)["checks"]}
    assert {code[:2] for code in codes} == {"FT", "TI"}
    assert "FT002" not in codes


def test_colours_only_when_asked_for_or_on_a_terminal(tieout: Any, example: Example) -> None:
    assert "\x1b[" not in tieout("check", example(CLEAN)).out
    assert "\x1b[" in tieout("check", example(CLEAN), "--color").out


def test_a_draft_is_compared_and_proves_nothing(
    tieout: Any, example: Example, tmp_path: Path
) -> None:
    draft = tmp_path / "draft.txt"
    text = Path(example(CLEAN)).read_text("utf-8")
    draft.write_text(
        text.replace("Total operating expenses\t8,343", "Total operating expenses\t8,433")
    )
    answer = tieout("check", example(CLEAN), "--draft", str(draft), "--against", example(WARNED))
    assert answer.status == 0
    assert "Since the draft draft.txt" in answer.out
    assert "1 figure changed" in answer.out
    assert "8,433 \u2192 8,343" in answer.out
    backwards = tieout("check", str(draft), "--draft", example(CLEAN), "--format", "json")
    assert backwards.status == 1
    made = json.loads(backwards.out)
    assert [one["role"] for one in made["documents"]] == ["subject", "draft"]
    assert made["draft"]["findings_new"]


LOST = "\n".join(f"Line {n} | $ | {n},219 | | {n},946 |" for n in range(1, 40))
HEADING = """ACME CORPORATION REPORTS SECOND QUARTER 2008 RESULTS

CHICAGO, July 30, 2008 - Acme Corporation today reported results for its second quarter ended
June 30, 2008.

"""
PROSE = "Revenue for the second quarter was $7.2 million.\n\n"


def test_a_release_of_which_nothing_was_understood_is_as_good_as_unread(tieout: Any) -> None:
    answer = tieout("check", "-", stdin=(HEADING + LOST).encode())
    assert answer.status == 2
    assert answer.out.startswith("! Nothing of this document was understood")
    assert answer.err == (
        "tieout: standard input was read, but no statement and no claim in it was understood\n"
    )
    made = json.loads(tieout("check", "-", "--format", "json", stdin=(HEADING + LOST).encode()).out)
    assert made["understood"]["degree"] == "nothing"


def test_where_little_was_understood_it_says_so_and_strictly_it_is_no_success(tieout: Any) -> None:
    raw = (HEADING + PROSE + LOST).encode()
    answer = tieout("check", "-", stdin=raw)
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.startswith("! Little of this document was understood: 1 of ")
    assert tieout("check", "-", "--strict", stdin=raw).status == 1


@pytest.mark.parametrize("number", ["0", "12", "all"])
def test_leads_are_shown_as_many_as_asked_for(number: str, tieout: Any, example: Example) -> None:
    assert tieout("check", example(CLEAN), "--leads", number).status == 0


@pytest.mark.parametrize("number", ["some", "-1", "\u0663", "9" * 5000])
def test_leads_are_a_number_or_all(number: str, tieout: Any, example: Example) -> None:
    answer = tieout("check", example(CLEAN), "--leads", number)
    assert answer.status == 2
    assert "is neither a number nor 'all'" in answer.err


def test_an_unknown_rule_is_guessed(tieout: Any, example: Example) -> None:
    answer = tieout("check", example(CLEAN), "--select", "FT901")
    assert answer.status == 2
    assert answer.err.startswith("tieout: there is no rule 'FT901': did you mean FT0")


def test_rules_that_cancel_out(tieout: Any, example: Example) -> None:
    answer = tieout("check", example(CLEAN), "--select", "FT", "--ignore", "FT")
    assert (answer.status, answer.err) == (
        2, "tieout: no rule is left: what --select keeps, --ignore drops\n",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "is empty"),
        (b" \n\t", "is empty"),
        (b"%PDF-1.7 ...", "cannot be read: the PDF is damaged"),
        (b"PK\x03\x04....", "is a zip archive"),
        (b"\x7fELF\x02", "is a program"),
        (bytes(range(256)) * 9, "is in no format that tieout reads"),
        (b"No news is good news.\n", "has no numbers"),
    ],
)
def test_what_is_no_release_is_refused(raw: bytes, why: str, tieout: Any, tmp_path: Path) -> None:
    path = tmp_path / "it.txt"
    path.write_bytes(raw)
    answer = tieout("check", str(path))
    assert answer.status == 2
    assert answer.out == ""
    assert answer.err.startswith(f"tieout: {path} {why}")
    assert answer.err.count("\n") == 1


def test_a_file_too_large_is_refused_unread(tieout: Any, tmp_path: Path) -> None:
    path = tmp_path / "it.txt"
    with path.open("wb") as file:
        file.truncate(50 * 2**20)
    answer = tieout("check", str(path))
    assert answer.status == 2
    assert "is larger than 32 MB" in answer.err


def test_a_missing_file(tieout: Any) -> None:
    answer = tieout("check", "nowhere.txt")
    assert answer.status == 2
    assert answer.err.startswith("tieout: nowhere.txt does not exist: check the spelling")


def test_a_directory(tieout: Any, tmp_path: Path) -> None:
    answer = tieout("check", str(tmp_path))
    assert answer.status == 2
    assert "is a directory: give one file in it, or run 'tieout batch" in answer.err


def test_a_file_that_may_not_be_read(
    tieout: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tieout.cli._documents.bytes_of", refuse)
    answer = tieout("check", str(tmp_path / "it.txt"))
    assert answer.status == 2
    assert "cannot be read: its permissions do not allow it" in answer.err


def test_the_other_file_is_named_when_it_is_the_bad_one(tieout: Any, example: Example) -> None:
    answer = tieout("check", example(CLEAN), "--against", "nowhere.txt")
    assert (answer.status, "nowhere.txt does not exist" in answer.err) == (2, True)


def test_standard_input_twice(tieout: Any) -> None:
    answer = tieout("check", "-", "--against", "-")
    assert (answer.status, "only once" in answer.err) == (2, True)


def test_an_output_that_cannot_be_written(tieout: Any, example: Example, tmp_path: Path) -> None:
    answer = tieout("check", example(CLEAN), "--output", str(tmp_path / "no" / "w.html"))
    assert answer.status == 2
    assert "w.html cannot be written: there is no folder" in answer.err


def test_a_report_never_replaces_the_document(tieout: Any, tmp_path: Path) -> None:
    path = tmp_path / "it.txt"
    path.write_text("Revenue was 5.\n")
    answer = tieout("check", str(path), "--output", str(path))
    assert (answer.status, path.read_text()) == (2, "Revenue was 5.\n")
    assert "is what the report is made from" in answer.err


def test_a_name_cannot_steer_the_terminal(tieout: Any) -> None:
    answer = tieout("check", "\x1b[31mred.txt")
    assert answer.status == 2
    assert "\x1b" not in answer.err


def test_a_format_that_marks_the_document_says_where_it_cannot(
    tieout: Any, example: Example, tmp_path: Path
) -> None:
    out = str(tmp_path / "r.docx")
    answer = tieout("check", example(CLEAN), "--format", "docx", "--output", out)
    assert answer.status == 2
    assert "is no Word document, so there is nothing to put comments in: give" in answer.err
    assert not Path(out).exists()


def test_what_is_piped_in_is_marked_too(tieout: Any, tmp_path: Path) -> None:
    out = tmp_path / "marked.pdf"
    answer = tieout(
        "check", "-", "--format", "pdf", "--output", str(out), stdin=b"Revenue was $7.2 million.\n"
    )
    assert (answer.status, answer.err) == (0, "")
    assert out.read_bytes().startswith(b"%PDF-")


def test_a_file_is_not_sent_to_a_terminal(
    tieout: Any, example: Example, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    answer = tieout("check", example(CLEAN), "--format", "pdf")
    assert answer.status == 2
    assert "pdf cannot be shown in a terminal: use --output FILE" in answer.err


def test_a_workbook_supports_figures_and_its_cells_are_told(
    tieout: Any, example: Example, closing: Callable[..., bytes], tmp_path: Path
) -> None:
    book = tmp_path / "closing.xlsx"
    book.write_bytes(closing())
    answer = tieout("check", example(CLEAN), "--support", str(book), "--format", "json")
    assert (answer.status, answer.err) == (0, "")
    made = json.loads(answer.out)
    assert [one["role"] for one in made["documents"]] == ["subject", "support"]
    assert {one["document"] for one in made["figures"]} == {"d0"}
    of_books = [one for one in made["checks"] if one["rule"] == "SU001"]
    backlog = next(one for one in of_books if "total backlog" in one["message"])
    assert (backlog["tick"], backlog["outcome"]) == ("S", "agrees")
    (operand,) = backlog["operands"]
    assert (operand["document"], operand["text"]) == ("d1", "10.4")
    assert operand["cell"] == "KPI!C3 (Total_backlog)"
    others = [one for check in made["checks"] for one in check["operands"]]
    assert all("cell" not in one for one in others if one["document"] == "d0")


def test_the_place_in_a_workbook_is_told_in_words(
    tieout: Any, example: Example, closing: Callable[..., bytes], tmp_path: Path
) -> None:
    book = tmp_path / "closing.xlsx"
    book.write_bytes(closing({"IS!B9": 5940}))
    answer = tieout("check", example(CLEAN), "--support", str(book))
    assert answer.status == 1
    assert "against closing.xlsx: workbook (support)" in answer.out
    assert (
        "The other figure is 5939896.04 (closing.xlsx, sheet \u201cIS\u201d, cell B9)" in answer.out
    )


def test_support_serves_a_draft_too(
    tieout: Any, example: Example, closing: Callable[..., bytes], tmp_path: Path
) -> None:
    book = tmp_path / "closing.xlsx"
    book.write_bytes(closing())
    given = ("--draft", example("capstone-fy2008q2-release"), "--support", str(book))
    answer = tieout("check", example(CLEAN), *given, "--format", "json")
    made = json.loads(answer.out)
    assert [one["role"] for one in made["documents"]] == ["subject", "support", "draft"]
    assert not made["draft"]["ticks_lost"]


def test_an_earlier_workpaper_supports_what_it_ticked(
    tieout: Any, example: Example, tmp_path: Path
) -> None:
    paper = tmp_path / "paper.json"
    assert tieout("check", example(WARNED), "--output", str(paper)).status == 1
    answer = tieout("check", example(CLEAN), "--support", str(paper), "--format", "summary")
    assert answer.status == 0
    assert "| support | paper.json | workpaper of tieout; " in answer.out
    own = tieout("check", example(WARNED), "--support", str(paper))
    assert own.status == 2
    assert "paper.json was made of capstone-fy2007q2-8k.txt itself" in own.err


def test_support_is_a_file_that_is_there(tieout: Any, example: Example, tmp_path: Path) -> None:
    none = tieout("check", example(CLEAN), "--support", str(tmp_path / "none.xlsx"))
    assert (none.status, "none.xlsx" in none.err) == (2, True)
    piped = tieout("check", example(CLEAN), "--support", "-")
    assert (piped.status, "not standard input" in piped.err) == (2, True)


def test_support_is_never_written_over(
    tieout: Any, example: Example, closing: Callable[..., bytes], tmp_path: Path
) -> None:
    book, raw = tmp_path / "closing.json", closing()
    book.write_bytes(raw)
    answer = tieout(
        "check", example(CLEAN), "--support", str(book), "--output", str(book), "--force"
    )
    assert answer.status == 2
    assert book.read_bytes() == raw


def test_a_copy_of_the_document_proves_nothing_of_it(
    tieout: Any, example: Example, tmp_path: Path
) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(Path(example(WARNED)).read_bytes())
    alone = tieout("check", example(WARNED))
    beside = tieout("check", example(WARNED), "--against", str(copy))
    assert (beside.status, beside.out) == (alone.status, alone.out)
    assert beside.err == (
        "tieout: copy.txt is left out: it is capstone-fy2007q2-8k.txt itself, byte for byte, "
        "and proves nothing\n"
    )
