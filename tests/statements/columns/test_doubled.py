"""Columns of one context: told apart by their words, read again, or in doubt."""

import pytest

from tieout.engine import check, read
from tieout.model.statement import Statement

HEAD = "EXAMPLE CORP.\nSTATEMENTS OF OPERATIONS\n(In millions)\n\n"
LINES = "Revenue\t{0}\nCost of revenue\t{1}\nGross profit\t{2}\nNet income\t{3}\n"


def page(header: str, *columns: tuple[int, int, int, int]) -> str:
    rows = ["\t".join(f"{value:,}" for value in line) for line in zip(*columns, strict=True)]
    return HEAD + header + "\n" + LINES.format(*rows)


def told(text: str) -> list[Statement]:
    return list(read("page.txt", text.encode()).statements)


A, B, C = (2510, 700, 1810, 567), (2483, 689, 1794, 341), (27, 11, 16, 226)


def test_two_columns_of_one_period_have_none_and_say_why() -> None:
    text = page("\tThree Months Ended March 31, 2022\tThree Months Ended March 31, 2022", A, B)
    (one,) = told(text)
    assert [column.period for column in one.columns] == [None, None]
    assert one.columns[0].doubt == (
        "has the same period in its header as column 2, but different figures"
    )
    assert {fact.period for fact in one.facts} == {None}
    checks = check(read("page.txt", text.encode())).checks
    said = [one.message for one in checks if one.rule == "RD002"]
    assert len(said) == 2
    assert "the same period in its header as column 1" in said[1]
    # its sums foot all the same, and nothing refutes
    assert {one.outcome for one in checks if one.rule.startswith("FT")} == {"agrees"}
    assert not [one for one in checks if one.outcome == "differs"]


def test_a_column_printed_twice_is_no_misreading() -> None:
    text = page("\tThree Months Ended March 31, 2022\tThree Months Ended March 31, 2022", A, A)
    (one,) = told(text)
    assert None not in [column.period for column in one.columns]


@pytest.mark.parametrize(
    ("first", "second", "members"),
    [
        ("As Previously Reported", "As Corrected", ["PreviouslyReported", ""]),
        ("Class A", "Class B", ["ClassA", "ClassB"]),
        ("Total", "Domestic", ["", "Domestic"]),
        ("Actual", "Pro forma", ["", "ProForma"]),
        ("", "Per share", ["", "PerShare"]),
    ],
)
def test_columns_of_one_period_are_told_apart_by_their_words(
    first: str, second: str, members: list[str]
) -> None:
    quarter = "Three Months Ended March 31, 2022"
    (one,) = told(page(f"\t{quarter} {first}\t{quarter} {second}", A, B))
    assert None not in [column.period for column in one.columns]
    assert [dict(column.dimensions).get("column", "") for column in one.columns] == members


def test_beside_the_whole_a_column_without_words_is_in_doubt() -> None:
    quarter = "Three Months Ended March 31, 2022"
    (one,) = told(page(f"\t{quarter} Total\t{quarter}\t{quarter} Domestic", A, B, C))
    assert [column.period is None for column in one.columns] == [False, True, False]
    assert one.columns[0].dimensions == ()


def test_a_primary_statement_is_read_as_the_others_are() -> None:
    quarter = "Three Months Ended March 31,"
    cash = "STATEMENTS OF CASH FLOWS\n(In millions)\n\n"
    cash += f"\t{quarter} 2023\t{quarter} 2022\n"
    cash += "Cash flows from operating activities:\nNet income\t567\t341\nDepreciation\t100\t90\n"
    cash += "Net cash provided by operating activities\t667\t431\n"
    cash += "Cash flows from investing activities:\nPurchases of equipment\t(60)\t(50)\n"
    cash += "Net cash used in investing activities\t(60)\t(50)\n"
    cash += "Net increase in cash\t607\t381\n"
    income = page(f"\t{quarter} 2022\t{quarter} 2022", A, B)
    periods = [
        [str(column.period) for column in one.columns] for one in told(f"{income}\n\n{cash}")
    ]
    assert periods == [["2023-01-01/2023-03-31", "2022-01-01/2022-03-31"]] * 2


def test_a_translation_for_convenience_is_set_apart_by_its_currency() -> None:
    text = page(
        "\tThree Months Ended March 31, 2021 RMB\tThree Months Ended March 31, 2022 RMB"
        "\tThree Months Ended March 31, 2022 US$",
        B,
        A,
        (346, 97, 249, 78),
    )
    (one,) = told(text)
    assert [column.dimensions for column in one.columns] == [(), (), (("currency", "USD"),)]
    assert None not in [column.period for column in one.columns]
