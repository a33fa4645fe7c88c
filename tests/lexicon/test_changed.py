import pytest

from tieout.lexicon.changed import change_in_head, changes_told, is_as_before


@pytest.mark.parametrize(
    ("head", "change"),
    [
        ("Three Months Ended March 31, 2005 (As Restated)", "restated"),
        ("December 31, 2022 (as revised)", "revised"),
        ("2018 Recast", "re-presented"),
        ("December 31, 2019 As Adjusted", "revised"),
        ("Three Months Ended March 31, 2005", None),
        ("As Previously Reported", None),
        ("2022 restated at constant currency", None),
        ("Adoption of ASC 606", None),  # a column of the standard's effect, not of what is reported
    ],
)
def test_what_a_head_says_was_done(head: str, change: str | None) -> None:
    assert change_in_head(head) == change


def test_a_column_of_what_was_reported_before() -> None:
    assert is_as_before("Three Months Ended Mar 31, 2005 As Previously Reported")
    assert is_as_before("as originally reported")
    assert not is_as_before("As Reported")


@pytest.mark.parametrize(
    ("sentence", "change", "years"),
    [
        (  # Pericom Semiconductor, Form 8-K of August 9, 2005
            "The Company is also issuing restated financial results for the first three quarters"
            " of fiscal 2005.",
            "restated",
            {2005},
        ),
        (  # Patriot Transportation, Form 8-K of February 2016
            "ANNOUNCES REVISED RESULTS FOR THE FIRST QUARTER OF FISCAL 2016",
            "revised",
            {2016},
        ),
        (
            "Certain prior year amounts have been reclassified to conform to current year"
            " product disclosures.",
            "reclassified",
            set(),
        ),
        (
            "Prior periods were recast to present the business as discontinued operations.",
            "re-presented",
            set(),
        ),
        (
            "We adopted ASU 2014-09 with the full retrospective method for all periods presented.",
            "adopted",
            set(),
        ),
    ],
)
def test_what_a_sentence_tells_of_figures_reported_before(
    sentence: str, change: str, years: set[int]
) -> None:
    (told,) = changes_told(sentence)
    assert told.change == change
    assert told.years == frozenset(years)


@pytest.mark.parametrize(
    "sentence",
    [
        "Sales are restated at constant currency using prior period exchange rates.",
        "The split was effected by an amendment to the Restated Certificate of Incorporation"
        " filed in 2024.",
        "We undertake no obligation to revise these statements.",
        "The company revised its fiscal 2008 guidance.",
        "Reclassification adjustments for net investment gains of the period",
        "(Unaudited and subject to reclassification, in millions except per share amounts)",
        "The adoption of this platform by cloud providers grew in the quarter.",
        "We adopted ASU 2016-02, Leases; prior periods were not restated.",
        "We adopted ASC 326 in 2020 under the modified retrospective method.",
        "All per share amounts have been retroactively adjusted to reflect the stock split.",
    ],
)
def test_sentences_that_tell_of_no_change(sentence: str) -> None:
    assert list(changes_told(sentence)) == []


def test_a_sentence_may_speak_of_one_statement_or_of_parts_only() -> None:
    (sheet,) = changes_told("The balance sheet at December 31, 2004 has been restated.")
    (flows,) = changes_told("Research expenses were restated in each quarter of fiscal 2006.")
    (parts,) = changes_told("Prior period segment data has been retrospectively adjusted.")
    assert sheet.kinds == {"balance_sheet"}
    assert "balance_sheet" not in flows.kinds
    assert "income_statement" in flows.kinds
    assert parts.of_parts


def test_many_words_of_change_cost_little() -> None:
    assert len(list(changes_told("restated results " * 20_000))) <= 400
