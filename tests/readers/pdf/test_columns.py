"""Two columns of prose are read one after the other."""

from collections.abc import Callable

from tieout.readers.passages import Laid

Printed = Callable[..., Laid]

LEFT = "The company reported that net sales of its stores rose in every week of the season"
RIGHT = "About the company: it sells goods of every kind and has done so for a great many years"


def set_in_two(lines: int) -> str:
    return "\n".join(
        f"{LEFT[number : number + 34].strip():40}{RIGHT[number : number + 34].strip()}"
        for number in range(lines)
    )


def test_prose_in_two_columns_reads_down_the_left_one_first(printed: Printed) -> None:
    text = printed(set_in_two(10)).text
    assert text.index("About the company") > text.index(LEFT[9:43].strip())


def test_a_few_lines_side_by_side_are_no_columns(printed: Printed) -> None:
    first = printed(set_in_two(4)).text.split("\n")[0]
    assert first == f"{LEFT[:34].strip()}\t{RIGHT[:34].strip()}"


def test_a_table_is_never_read_by_columns(printed: Printed) -> None:
    rows = "\n".join(
        f"{'Sales of the stores in region ' + c:50}1,{n}34" for n, c in enumerate("abcdefghij")
    )
    assert printed(rows).text.split("\n")[0] == "Sales of the stores in region a\t1,034"
