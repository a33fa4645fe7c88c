"""Whole exhibits as companies published them, each with what becomes of it: see README.md."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from msgspec.structs import replace
from periods import several

from tieout.engine import check, read
from tieout.model.check import Check
from tieout.model.statement import Column, Statement
from tieout.model.workpaper import Release, Workpaper

HERE = Path(__file__).resolve().parent
EXAMPLES = sorted((HERE.parent.parent / "examples").glob("*.txt"))
EXHIBITS = sorted((HERE / "exhibits").iterdir())
WAYS = ("agrees", "rounds", "differs", "not-tested", "excluded")
MOST_BYTES = 2_500_000


def outcome(paper: Workpaper) -> str:
    """What was read of a document and what the rules made of it, a line a thing."""
    release = paper.subject
    parts = [
        about(release),
        *map(statement, release.statements),
        [f"{len(paper.findings)} findings", *(told(paper, one) for one in paper.findings)],
        checks(paper),
        leads(paper),
        doubted(release),
    ]
    return "\n\n".join("\n".join(lines) for lines in parts if lines) + "\n"


def about(release: Release) -> list[str]:
    """What the document says it is, and how many claims of each form its prose has."""
    lines: list[str] = [release.kind]
    if (heading := release.announcement) is not None:
        days = [
            dated.day if dated else "no day" for dated in (heading.release_date, heading.period_end)
        ]
        quarter = f"quarter {heading.fiscal_quarter} of {heading.fiscal_year}"
        lines.append(f"{heading.company}; released {days[0]}; period ends {days[1]}; {quarter}")
        lines.append(heading.headline)
    claims = Counter[str](claim.form for claim in release.claims)
    lines.append(f"claims: {counts(claims, sorted(claims))}")
    lines.append(f"{len(release.tables)} tables, {len(release.statements)} statements")
    return lines


def statement(one: Statement) -> list[str]:
    """A statement: its kind, scale and columns, and how many lines, sums and facts it has."""
    title = " ".join(one.title.split())
    return [
        f"T{one.table} {one.kind}, {one.unit} in {one.scale:,}s: {title}",
        f"  {' · '.join(map(column, one.columns))}",
        f"  {len(one.lines)} lines, {len(one.calculation)} sums, {len(one.facts)} facts",
    ]


def column(one: Column) -> str:
    """A column's context."""
    whose = (member for _, member in one.dimensions)
    return " ".join(filter(None, [str(one.period or "no period"), one.measure, *whose]))


def told(paper: Workpaper, one: Check) -> str:
    """A check of a figure: its rule, what is printed, and the sentence."""
    figure = paper.figure(one.subject.document, one.subject.figure)
    return f"{one.severity} {one.rule} {figure.text!r}: {' '.join(one.message.split())}"


def checks(paper: Workpaper) -> list[str]:
    """How every figure ended, and every rule's checks by outcome."""
    rules: dict[str, Counter[str]] = {}
    for one in paper.checks:
        rules.setdefault(one.rule, Counter())[one.outcome] += 1
    coverage = paper.coverage
    return [
        f"{coverage['figures']} figures: {counts(coverage, WAYS)}",
        *(f"{rule} {counts(rules[rule], WAYS)}" for rule in sorted(rules)),
    ]


def leads(paper: Workpaper) -> list[str]:
    """What may be worth a look and is no finding."""
    found: tuple[Check, ...] = getattr(paper, "leads", ())
    return [f"{len(found)} leads", *(told(paper, one) for one in found)] if found else []


def doubted(release: Release) -> list[str]:
    """The headlines of which a statement says several things for one period, by what is misread."""
    found = Counter(
        f"{one.misread} misread: T{release.statements[one.facts[0].statement].table} "
        f"{one.facts[0].concept.partition(':')[2]}"
        for one in several(release)
    )
    return [f"{name}: {times}" for name, times in sorted(found.items())]


def counts(numbers: Mapping[str, int], names: Sequence[str]) -> str:
    """What there is any of, with how many."""
    return ", ".join(f"{numbers[name]} {name}" for name in names if numbers.get(name)) or "none"


@pytest.mark.parametrize("path", [*EXHIBITS, *EXAMPLES], ids=lambda path: path.stem)
def test_an_exhibit_comes_to_what_it_came_to(
    path: Path, golden: Callable[[Path, str], None]
) -> None:
    paper = check(read(path.name, path.read_bytes()))
    golden(HERE / "outcomes" / f"{path.stem}.txt", outcome(paper))


@pytest.mark.parametrize("path", EXHIBITS, ids=lambda path: path.stem)
def test_a_headline_line_has_one_value_for_a_period(path: Path) -> None:
    found = several(read(path.name, path.read_bytes()))
    assert not [str(one) for one in found if one.misread == "columns"]


SAYS_DOLLARS = re.compile(r"\$|\bUSD\b|\bdollars?\b", re.IGNORECASE)


def currencies(release: Release) -> set[str]:
    """What the amounts of money of a document's facts and claims are of."""
    amounts = [*(one.amount for one in release.facts), *(one.amount for one in release.claims)]
    return {amount.unit.currency for amount in amounts} - {""}


@pytest.mark.parametrize("path", EXHIBITS, ids=lambda path: path.stem)
def test_no_fact_is_in_dollars_that_its_document_does_not_say(path: Path) -> None:
    release = read(path.name, path.read_bytes())
    text, own = release.document.text, release.document.currency
    if not SAYS_DOLLARS.search(text):
        assert "USD" not in currencies(release)
    for fact in release.facts if own != "USD" else ():
        if fact.amount.unit.currency == "USD":  # a translation says so over it or beside it
            header = release.statements[fact.statement].columns[fact.column].header
            sign = release.document.figures[fact.figure].currency
            assert SAYS_DOLLARS.search(header) or sign == "USD", fact.anchor


@pytest.mark.parametrize("path", [one for one in EXHIBITS if one.suffix == ".txt"], ids=str)
@pytest.mark.parametrize(
    ("sign", "word", "currency"), [(" ", "amounts", "unknown"), ("€", "euros", "EUR")]
)
def test_money_without_a_currency_is_never_dollars(
    path: Path, sign: str, word: str, currency: str
) -> None:
    text = re.sub(r"(?i)\b(?:u\.?s\.?\s+)?dollars?\b|\bUSD\b", word, path.read_text("utf-8"))
    text = text.replace("US$", "$").replace("C$", "$").replace("$", sign)
    release = read(path.name, text.encode())
    assert currencies(release) <= {currency}


def test_two_columns_of_one_period_are_seen() -> None:
    release = read(EXAMPLES[0].name, EXAMPLES[0].read_bytes())
    assert not list(several(release))
    first = next(one for one in release.statements if one.kind == "income_statement")
    period = first.columns[0].period
    facts = tuple(replace(fact, period=period) for fact in first.facts)
    again = replace(release, statements=(replace(first, facts=facts),))
    found = {one.facts[0].concept: one.misread for one in several(again)}
    assert found["us-gaap:OperatingIncomeLoss"] == "columns"
    facts = tuple(replace(fact, concept="us-gaap:Revenues") for fact in first.facts)
    again = replace(release, statements=(replace(first, facts=facts),))
    assert {one.misread for one in several(again)} == {"lines"}


def test_every_exhibit_is_named_with_its_company_form_and_day() -> None:
    rows = re.findall(
        r"^\| `([^`]+)` \| [^|]+ \| [^|]*(?:8-K|6-K|release)[^|]* \| ([0-9-]{10}) \|",
        (HERE / "README.md").read_text("utf-8"),
        re.MULTILINE,
    )
    assert [name for name, _ in rows] == [path.name for path in EXHIBITS]


def test_exhibits_are_few_and_outcomes_theirs() -> None:
    assert sum(path.stat().st_size for path in EXHIBITS) < MOST_BYTES
    outcomes = {path.stem for path in (HERE / "outcomes").iterdir()}
    assert outcomes == {path.stem for path in [*EXHIBITS, *EXAMPLES]}
