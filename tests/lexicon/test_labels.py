import tomllib
from pathlib import Path
from typing import Any

import pytest

import tieout.lexicon
from tieout.lexicon.labels import On, concept_of, extension, known, named, normal, variants

TOML = tomllib.loads((Path(tieout.lexicon.__file__).parent / "concepts.toml").read_text("utf-8"))
KEYS = {"on", "side", "within", "unit", "captions", "clear", "said", "instant"}
CAPTIONS = [
    (name, caption)
    for name, entry in TOML.items()
    for caption in (*entry.get("captions", ()), *entry.get("clear", ()))
]


@pytest.mark.parametrize(
    ("caption", "on", "section", "concept"),
    [
        ("Total current assets", "balance", "", "us-gaap:AssetsCurrent"),
        ("Inventories, net", "balance", "Current assets:", "us-gaap:InventoryNet"),
        ("Accounts payable", "balance", "", "us-gaap:AccountsPayableCurrent"),
        ("Total assets", "balance", "", "us-gaap:Assets"),
        ("Revenue", "income", "", "us-gaap:Revenues"),
        ("Net loss", "income", "", "us-gaap:NetIncomeLoss"),
        ("Cost of goods sold", "income", "", "us-gaap:CostOfRevenue"),
        ("Basic", "income", "Net income per share:", "us-gaap:EarningsPerShareBasic"),
        ("Diluted", "income", "Net income per share:", "us-gaap:EarningsPerShareDiluted"),
        (
            "Net loss per share -- Basic and Diluted", "income", "",
            "us-gaap:EarningsPerShareBasicAndDiluted",
        ),
        (
            "Weighted average shares used to calculate diluted net loss per share", "income", "",
            "us-gaap:WeightedAverageNumberOfDilutedSharesOutstanding",
        ),
        ("Sales of unusual things", "income", "", "ext:SalesOfUnusualThings"),
        ("", "income", "", "ext:Unnamed"),
    ],
)  # fmt: skip
def test_a_caption_means_a_concept(caption: str, on: On, section: str, concept: str) -> None:
    assert concept_of(caption, on, section).name == concept


CASES = tomllib.loads(Path(__file__).with_name("labels.toml").read_text("utf-8"))


@pytest.mark.parametrize(
    ("on", "caption", "concept"),
    [(on, *case) for on, captions in CASES.items() for case in captions.items()],
)
def test_captions_as_companies_print_them(on: On, caption: str, concept: str) -> None:
    section, _, own = caption.rpartition(" / ")
    full = concept if ":" in concept else f"us-gaap:{concept}"
    assert concept_of(own, on, section).name == full


def test_a_per_share_caption_that_is_qualified_is_not_the_reported_one() -> None:
    name = concept_of("Adjusted diluted earnings per share", "income").name
    assert name != "us-gaap:EarningsPerShareDiluted"


def test_what_prose_calls_a_concept() -> None:
    assert named("revenue") == known("Revenues")
    assert named("net loss") == known("NetIncomeLoss")
    assert named("diluted eps") == known("EarningsPerShareDiluted")
    assert named("sunshine") is None


def test_every_concept_is_money_unless_it_says_what_else() -> None:
    assert known("Revenues").unit == "USD"
    assert known("EarningsPerShareBasic").unit == "USD/shares"
    assert known("Unheard").name == "us-gaap:Unheard"


def test_an_extension_is_made_of_the_captions_own_words() -> None:
    assert extension("Total backlog").name == "ext:TotalBacklog"
    assert not extension("Total backlog").is_known
    assert extension("Total backlog", instant=True).instant


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Stockholders’ Equity", "stockholders equity"),
        ("Research & Development", "research and development"),
        ("The Company's  Cash,", "cash"),
    ],
)
def test_captions_are_compared_in_one_form(text: str, words: str) -> None:
    assert normal(text) == words


def test_a_caption_is_looked_up_with_the_most_words_first() -> None:
    caption = "Accounts receivable (trade), net of allowance of $835"
    found = list(variants(caption))
    assert found[0] == "accounts receivable trade net of allowance of 835"
    assert "accounts receivable net" in found
    assert found[-1] == "accounts receivable"


# -------------------------------------------------------------------------------------- the file


def stands_on(entry: dict[str, Any]) -> list[On]:
    on: On | list[On] = entry.get("on", [])
    return on if isinstance(on, list) else [on]


@pytest.mark.parametrize("name", TOML)
def test_an_entry_says_only_what_entries_say(name: str) -> None:
    entry = TOML[name]
    assert set(entry) <= KEYS
    assert entry.get("captions") or entry.get("said")
    assert entry.get("side", "debit") in ("debit", "credit")
    assert entry.get("unit", "USD") in ("USD", "shares", "USD/shares", "pure")
    assert set(stands_on(entry)) <= {"balance", "income", "cash"}


@pytest.mark.parametrize("name", TOML)
def test_captions_are_written_as_captions_are_looked_up(name: str) -> None:
    for caption in TOML[name].get("captions", ()):
        assert caption == normal(caption), f"write it {normal(caption)!r}"


@pytest.mark.parametrize("name", TOML)
def test_every_caption_can_be_reached(name: str) -> None:
    entry = TOML[name]
    full = name if ":" in name else f"us-gaap:{name}"
    for caption in entry.get("captions", ()):
        for on in stands_on(entry):
            sections = ("", *entry.get("within", ()))
            found = {concept_of(caption, on, section).name for section in sections}
            assert full in found, f"{caption!r} on {on} means {found}"
