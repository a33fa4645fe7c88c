from tieout.readers import text
from tieout.readers.passages import passages


def read(words: str) -> list[tuple[str, str, str]]:
    laid = text.read(words.encode())
    return [
        (one.kind, " ".join(laid.text[one.start : one.end].split()), one.section)
        for one in passages(laid)
    ]


def test_a_sentence_cut_by_a_page_is_one_passage() -> None:
    cut = "Revenue rose to $7.2 million in the quarter, which was"
    assert read(f"{cut}\n\n<PAGE>\n\nmore than ever. So.") == [
        ("paragraph", f"{cut} <PAGE> more than ever. So.", "")
    ]


def test_a_heading_over_a_name_in_lower_case_stays_a_heading() -> None:
    assert [one[0] for one in read("Third Quarter Results\n\neCorp sold 5 things.")] == [
        "heading",
        "paragraph",
    ]


def test_a_sentence_that_ended_is_a_passage_of_its_own() -> None:
    assert [one[1] for one in read("Revenue rose.\n\nand it fell.")] == [
        "Revenue rose.",
        "and it fell.",
    ]


def test_a_passage_knows_the_heading_it_stands_under() -> None:
    assert read("About the Company\n\nIt makes 5 things.") == [
        ("heading", "About the Company", "About the Company"),
        ("paragraph", "It makes 5 things.", "About the Company"),
    ]


def test_a_cell_that_reads_as_a_sentence_is_a_passage() -> None:
    sentence = "Revenue for the second quarter was $7.2 million, an increase of 145%."
    found = read(f"-\t{sentence}\nTotal\t5")
    assert ("cell", sentence, "") in found
    assert len(found) == 1
