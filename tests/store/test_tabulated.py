"""What the tables say is what the workpaper's JSON says."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from msgspec import structs

import tieout
from tieout import Release, Workpaper
from tieout.model.amount import Amount
from tieout.reports.json import contract, contracted
from tieout.rules.form.header_date import header_date
from tieout.store import Store
from tieout.store.rows import TABLES
from tieout.store.tabulated import digits_beyond, tabulated

EXAMPLES = ["capstone-fy2007q2-8k", "capstone-fy2008q2-8k", "capstone-fy2008q2-release"]
Reading = Callable[[str], Release]


@pytest.fixture(params=EXAMPLES)
def workpaper(request: pytest.FixtureRequest, release: Reading) -> Workpaper:
    return tieout.check(release(request.param))


@pytest.fixture
def store(stored: str) -> Iterator[Store]:
    with tieout.open_store(stored, read_only=True) as opened:
        yield opened


def rows(store: Store, workpaper: Workpaper, query: str) -> list[tuple[Any, ...]]:
    """The rows of a query, those of the workpaper's document."""
    sha256 = workpaper.subject.document.sha256
    assert sha256.isalnum()
    return store.sql(query.replace("$d", f"'{sha256}'")).fetchall()


def days(start: object, end: object) -> str | None:
    """A period as the JSON has it."""
    return None if end is None else f"{start}/{end}" if start else f"{end}"


def words(dimensions: dict[str, str]) -> str:
    """Dimensions as the tables have them."""
    return "; ".join(f"{axis}={member}" for axis, member in dimensions.items())


def said(workpaper: Workpaper) -> contract.Workpaper:
    """The workpaper as its JSON says it."""
    return contracted(workpaper)


def test_facts(store: Store, workpaper: Workpaper) -> None:
    query = (
        "SELECT 'f' || number, concept, caption, period_start, period_end, unit, value, printed, "
        "decimals, dimensions, 'd0.s' || statement, anchor, figure "
        "FROM fact WHERE document = $d ORDER BY number"
    )
    held = [
        (i, c, n, days(a, b), u, v, p, d, dim, s, at, f)
        for i, c, n, a, b, u, v, p, d, dim, s, at, f in rows(store, workpaper, query)
    ]
    assert held == [
        (f.id, f.concept, f.caption, f.period, f.unit, Decimal(f.value), Decimal(f.printed),
         f.decimals, words(f.dimensions), f.statement, f.anchor, f.figure)
        for f in said(workpaper).facts
    ]  # fmt: skip
    assert held


def test_claims(store: Store, workpaper: Workpaper) -> None:
    query = (
        "SELECT 'c' || c.number, g.start, g.stop, form, value, unit, concept, caption, "
        "period_start, period_end, against_start, against_end, dimensions, g.outcome "
        "FROM claim c JOIN figure g ON g.document = c.document AND g.number = c.figure "
        "WHERE c.document = $d ORDER BY c.number"
    )
    held = [
        (i, (a, b), f, v, u, c, n, days(p, q), days(r, s), d, o)
        for i, a, b, f, v, u, c, n, p, q, r, s, d, o in rows(store, workpaper, query)
    ]
    assert held == [
        (c.id, c.span, c.form, Decimal(c.value), c.unit, c.concept, c.caption, c.period,
         c.against, words(c.dimensions), c.outcome)
        for c in said(workpaper).claims
    ]  # fmt: skip


def test_checks_and_operands(store: Store, workpaper: Workpaper) -> None:
    query = (
        "SELECT 'k' || k.number, rule, name, tick, k.outcome, severity, g.start, reported, "
        "expected, difference, formula, message, nullif(k.reason, ''), cause "
        'FROM "check" k JOIN figure g ON g.document = k.document AND g.number = k.figure '
        "WHERE k.document = $d ORDER BY k.number"
    )
    checks = said(workpaper).checks
    assert rows(store, workpaper, query) == [
        (k.id, k.rule, k.name, k.tick, k.outcome, k.severity, k.subject.span[0], k.reported,
         k.expected, k.difference, k.formula, k.message, k.reason, k.cause)
        for k in checks
    ]  # fmt: skip
    query = (
        "SELECT 'k' || o.\"check\", g.start, g.text, pinned FROM operand o "
        "JOIN figure g ON g.document = o.document AND g.number = o.figure "
        'WHERE o.document = $d ORDER BY o."check", o.number'
    )
    assert rows(store, workpaper, query) == [
        (k.id, o.span[0], o.text, o.pinned) for k in checks for o in k.operands
    ]


def test_grounds_and_names(store: Store, workpaper: Workpaper) -> None:
    query = (
        "SELECT number, named_by, likely, likely_value, equivalents FROM fact "
        "WHERE document = $d ORDER BY number"
    )
    assert rows(store, workpaper, query) == [
        (n, f.named_by, f.concept if f.named_by == "filers" else "",
         Decimal(f.value) if f.named_by == "filers" else None, " ".join(f.equivalents))
        for n, f in enumerate(said(workpaper).facts)
    ]  # fmt: skip
    query = 'SELECT is_lead, bound, ground, bits FROM "check" WHERE document = $d ORDER BY number'
    assert rows(store, workpaper, query) == [
        (k.is_lead, *((" ".join(k.ground.bound), k.ground.says, k.ground.bits)
         if k.ground else ("", "", None)))
        for k in workpaper.checks
    ]  # fmt: skip


def test_a_lead_is_a_view(tmp_path: Path) -> None:
    page = header_date.page.read_text("utf-8")
    text = page.partition("### The header has another day")[2].partition("```text\n")[2]
    filed = tmp_path / "filed.txt"
    filed.write_text(text.partition("```")[0], "utf-8")
    with tieout.open_store(tmp_path / "s.duckdb") as opened:
        opened.add(filed)
        found = opened.sql("SELECT rule, reported, ground FROM lead").fetchall()
    assert found == [("FM012", "May 5, 2020", "EDGAR's header says May 4, 2020")]


def test_figures(store: Store, workpaper: Workpaper) -> None:
    query = (
        "SELECT start, stop, text, kind, outcome, nullif(reason, '') "
        "FROM figure WHERE document = $d ORDER BY number"
    )
    assert rows(store, workpaper, query) == [
        (*f.span, f.text, f.kind, f.outcome, f.reason) for f in said(workpaper).figures
    ]


def test_statements_columns_and_lines(store: Store, workpaper: Workpaper) -> None:
    statements = said(workpaper).documents[0].statements
    query = "SELECT 'd0.s' || number, kind, title, scale, unit, audited FROM statement "
    assert rows(store, workpaper, query + "WHERE document = $d ORDER BY number") == [
        (s.id, s.kind, s.title, s.scale, s.unit, s.audited) for s in statements
    ]
    query = 'SELECT header, period_start, period_end, dimensions FROM "column" '
    held = rows(store, workpaper, query + "WHERE document = $d ORDER BY statement, number")
    assert [(h, days(a, b), d) for h, a, b, d in held] == [
        (c.header, c.period, words(c.dimensions)) for s in statements for c in s.columns
    ]
    query = "SELECT caption, concept, depth, unit, section, is_heading FROM line "
    held = rows(store, workpaper, query + "WHERE document = $d ORDER BY statement, number")
    assert held == [
        (n.caption, n.concept, n.depth, n.unit, n.section, n.heading)
        for s in statements
        for n in s.lines
    ]


def test_the_document_and_its_coverage(store: Store, workpaper: Workpaper) -> None:
    query = (
        "SELECT name, kind, registrant, ticker, headline, announced, fiscal_year, fiscal_quarter, "
        "figures, agrees, rounds, differs, not_tested, excluded, errors + warnings "
        "FROM filing WHERE document = $d"
    )
    document, coverage = said(workpaper).documents[0], said(workpaper).coverage
    assert document.release is not None
    heading = document.release
    assert rows(store, workpaper, query) == [
        (document.name, document.kind, heading.company, heading.ticker, heading.headline,
         heading.release_date, heading.fiscal_year, heading.fiscal_quarter,
         *structs.astuple(coverage), len(workpaper.findings))
    ]  # fmt: skip


def test_the_rows_have_the_tables_columns_in_order(store: Store) -> None:
    for table, row in TABLES.items():
        described = store.sql(f'DESCRIBE "{table}"').fetchall()
        names = [name for name, *_ in described if name not in ("document", "added")]
        assert names == list(row.__struct_fields__)
        assert not [name for name, kind, *_ in described if kind in ("DOUBLE", "FLOAT")]


def with_revenue(digits: str) -> Workpaper:
    """A release that claims so much revenue."""
    text = f"Revenue for the quarter ended September 30, 2007 was ${digits} million.\n"
    return tieout.check(tieout.read(text.encode(), name="acme.txt"))


@pytest.mark.parametrize("digits", ["99999999999999999999", "0.000000000000000001"])
def test_an_amount_longer_than_a_column_is_kept_as_text(digits: str) -> None:
    inside, beyond = with_revenue(digits), with_revenue(digits + "1")
    claim = tabulated(inside)["claim"][0]
    assert (getattr(claim, "value", None), getattr(claim, "digits", 0)) == (
        str(inside.subject.claims[0].amount),
        None,
    )
    claim = tabulated(beyond)["claim"][0]
    assert (getattr(claim, "value", 0), getattr(claim, "digits", None)) == (
        None,
        str(beyond.subject.claims[0].amount),
    )
    assert digits_beyond(tabulated(inside)) == 0
    assert digits_beyond(tabulated(beyond)) == 1


def test_the_exponent_is_kept_beside_the_value(release: Reading) -> None:
    facts = tabulated(tieout.check(release(EXAMPLES[1])))["fact"]
    wholes = [fact for fact in facts if getattr(fact, "unit", "") == "USD"]
    assert {getattr(fact, "decimals", None) for fact in wholes} >= {-3}
    assert str(Amount(7219, 3)) in [getattr(fact, "value", None) for fact in wholes]
