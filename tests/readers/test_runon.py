"""Lines in which the rows of a table ran together, as newswire copies of tables have them."""

from tieout.readers.runon import pieces


def cells(line: str) -> list[str]:
    return [line[start:end] for start, end in pieces(line, 0, len(line))]


# Vycor Medical, release of April 15, 2025: the years' statement of comprehensive loss in a line.
OPERATIONS = (
    "For the years ended December 31, 2024 2023 Revenue $1,589,324 $1,460,604Cost of Goods Sold "
    "166,809 144,950Gross Profit 1,422,515 1,315,654 Operating Expenses: Research and development "
    "\u00a0 \u00a0 15,325 \u00a0 \u00a0 22,558Net Loss  (107,200) (69,691) "
    "Loss Per Share - basic and diluted  ($0.01) ($0.01)"
)

# Forian, release of August 13, 2025: captions, amounts and dashes without a blank between.
GLUED = (
    "For the Period Ended June 30, 20252024CASH FLOWS FROM INVESTING ACTIVITIES:   Purchase of "
    "securities$ (50,635,919)$ (87,732,380)Sale of securities51,476,000 85,255,076Proceeds from "
    "sale of investment- 48,612Cash from sale of discontinued operations- 1,666,666Net cash "
    "provided by investing activities840,081 (762,026)"
)


def test_captions_and_amounts_come_apart() -> None:
    found = cells(OPERATIONS)
    assert found[:7] == [
        "For the years ended December 31,",
        "2024",
        "2023",
        "Revenue",
        "$1,589,324",
        "$1,460,604",
        "Cost of Goods Sold",
    ]
    assert found[-3:] == ["Loss Per Share - basic and diluted", "($0.01)", "($0.01)"]


def test_lost_blanks_do_not_join_what_commas_and_dashes_part() -> None:
    found = cells(GLUED)
    assert found[:4] == ["For the Period Ended June 30,", "2025", "2024", found[3]]
    row = found.index("Proceeds from sale of investment")
    assert found[row + 1 : row + 4] == ["-", "48,612", "Cash from sale of discontinued operations"]
    assert found[-2:] == ["840,081", "(762,026)"]


def test_a_number_inside_a_caption_stays_in_it() -> None:
    line = (
        "Warrants 1,000 2,000Common Stock; par value $0.001; 31,092,695 issued as of "
        "September 30, 2024 and "
        "30,920,450 issued as of December 31, 2023 \u00a0 \u00a0 31,093 \u00a0 \u00a0 30,920"
        "Additional paid-in capital 78,519,683 73,834,300Accumulated deficit (51,656,195) "
        "(47,685,414)Total equity 26,894,581 26,179,806"
    )
    found = cells(line)
    assert found[3].startswith("Common Stock; par value $0.001; 31,092,695 issued")
    assert found[3].endswith("as of December 31, 2023")
    assert found[4:7] == ["31,093", "30,920", "Additional paid-in capital"]


def test_prose_is_no_table() -> None:
    line = (
        "Net interest income increased $2.3 million, or 5%, to $50.6 million for the third quarter "
        "of 2025 compared to $48.3 million for the prior quarter and $37.7 million a year before, "
        "while the margin widened to 2.81% from 2.77% and 2.34%, respectively, in those quarters."
    )
    assert cells(line) == []


def test_a_line_of_usual_length_is_left_to_the_other_readers() -> None:
    assert cells("Revenue 1,000 2,000 Cost 500 600 Profit 500 1,400") == []
