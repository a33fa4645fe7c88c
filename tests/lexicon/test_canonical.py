import pytest

from tieout.lexicon.canonical import canonical


@pytest.mark.parametrize(
    ("on", "wordings"),
    [
        # one entry of the lexicon stands for all of these
        (
            "balance",
            ["long term debt net of current portion", "non current debt", "debt long term"],
        ),
        ("balance", ["total shareholders equity", "total stockholders equity"]),
        ("balance", ["property plant and equipment", "property and equipment", "fixed assets"]),
        ("cash", ["purchases of property and equipment", "acquisition of fixed assets"]),
        ("cash", ["proceeds from sales of securities", "sale of securities"]),
        ("cash", ["increase in accounts receivable", "accounts receivable"]),
        ("cash", ["loss on disposal of assets", "gains losses on sale of assets"]),
        ("income", ["earnings before provision for income taxes", "income before taxes"]),
    ],
)
def test_wordings_of_one_caption_are_one(on: str, wordings: list[str]) -> None:
    assert len({canonical(words, on) for words in wordings}) == 1


@pytest.mark.parametrize(
    ("on", "one", "other"),
    [
        ("balance", "long term debt", "current portion of long term debt"),
        ("cash", "due to affiliates", "due from affiliates"),
        ("cash", "debt issuance costs", "issuance of debt net of issuance costs"),
        ("cash", "net increase in cash", "cash"),
        ("income", "net interest income", "interest income net"),
        ("income", "adjusted net income", "net income"),
        ("balance", "class a common stock", "common stock"),
    ],
)
def test_what_tells_captions_apart_is_kept(on: str, one: str, other: str) -> None:
    assert canonical(one, on) != canonical(other, on)


def test_a_change_in_cash_keeps_its_words() -> None:
    assert "increase" in canonical("increase in cash and cash equivalents", "cash")


def test_words_that_tell_nothing_are_nothing() -> None:
    assert canonical("and of the", "balance") == ""
