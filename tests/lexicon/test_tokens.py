import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.lexicon.tokens import figures
from tieout.model.amount import Amount, grouped
from tieout.model.unit import BASIS_POINTS, DOLLARS, money

# ------------------------------------------------------------------------------ one figure alone

READS = [
    # printed            figure          kind         amount
    ("7,219", "7,219", "amount", Amount(7219, 0)),
    ("(7,219)", "7,219", "amount", Amount(7219, 0)),
    ("$7,219", "7,219", "amount", Amount(7219, 0, DOLLARS)),
    (r"\$7,219", "7,219", "amount", Amount(7219, 0, DOLLARS)),
    ("$ (7,219)", "7,219", "amount", Amount(7219, 0, DOLLARS)),
    ("$7.2 million", "7.2 million", "amount", Amount(72, 5, DOLLARS)),
    ("$7.2M", "7.2M", "amount", Amount(72, 5, DOLLARS)),
    ("€4.2 billion", "4.2 billion", "amount", Amount(42, 8, money("EUR"))),
    ("RMB 12", "12", "amount", Amount(12, 0, money("CNY"))),
    ("C$12", "12", "amount", Amount(12, 0, money("CAD"))),
    ("S$12", "12", "amount", Amount(12, 0).in_unit(money("SGD"))),  # no dollar of the United States
    ("$.001", ".001", "amount", Amount(1, -3, DOLLARS)),
    ("$0.10", "0.10", "amount", Amount(10, -2, DOLLARS)),
    ("28%", "28%", "percent", Amount(28, -2)),
    ("28 percent", "28 percent", "percent", Amount(28, -2)),
    ("1.5 percentage points", "1.5 percentage points", "percent", Amount(15, -3)),
    ("50 basis points", "50 basis points", "percent", Amount(50, 0, BASIS_POINTS)),
    ("30-kilowatt", "30", "amount", Amount(30, 0)),
    ("September 30, 2007", "September 30, 2007", "date", None),
    ("Sept. 30, 2007", "Sept. 30, 2007", "date", None),
    ("November 8,2007", "November 8,2007", "date", None),
    ("SEPTEMBER 30", "SEPTEMBER 30", "date", None),
    ("September 2007", "September 2007", "date", None),
    ("30 September 2007", "30 September 2007", "date", None),
    ("11/08/2007", "11/08/2007", "date", None),
    ("2007-11-08", "2007-11-08", "date", None),
    ("September\n30, 2007", "September\n30, 2007", "date", None),
    ("2007", "2007", "year", Amount(2007, 0)),
    ("2,007", "2,007", "amount", Amount(2007, 0)),
    ("1:45 PM", "1:45 PM", "time", None),
    ("5 p.m.", "5 p.m.", "time", None),
    ("(818) 734-5300", "(818) 734-5300", "telephone", None),
    ("1-800-555-1234", "1-800-555-1234", "telephone", None),
    ("001-15957", "001-15957", "reference", None),
    ("95-4180883", "95-4180883", "reference", None),
    ("0001193125-07-241234", "0001193125-07-241234", "reference", None),
    ("8-K", "8-K", "reference", None),
    ("10-K/A", "10-K/A", "reference", None),
    ("Item 2.02", "2.02", "reference", None),
    ("Exhibit 99.1", "99.1", "reference", None),
    ("17 CFR", "17", "reference", None),
    ("15(d)", "15(d)", "reference", None),
    ("\t234(a)", "234", "amount", Amount(234, 0)),  # a footnote mark behind a cell's number
    ("reconciling items 1,234", "1,234", "amount", Amount(1234, 0)),
    ("2nd", "2nd", "ordinal", None),
    ("1,23,456.78", "1,23,456.78", "amount", Amount(12345678, -2)),
    ("(12,34,567)", "12,34,567", "amount", Amount(1234567, 0)),
    ("₹ 1,08,105.55 lakhs", "1,08,105.55 lakhs", "amount", Amount(10810555, 3, money("INR"))),
    ("Rs. 5.5 crore", "5.5 crore", "amount", Amount(55, 6, money("INR"))),
    ("₹1.2 lakh crore", "1.2 lakh crore", "amount", Amount(12, 11, money("INR"))),
    ("31st March, 2023", "31st March, 2023", "date", None),
    ("31-Mar-25", "31-Mar-25", "date", None),
    ("30.06.2025", "30.06.2025", "date", None),
    ("1.9 pts", "1.9 pts", "percent", Amount(19, -3)),
    ("0.6pp", "0.6pp", "percent", Amount(6, -3)),
    ("60 basis pts", "60 basis pts", "percent", Amount(60, 0, BASIS_POINTS)),
    ("Q2", "Q2", "word", None),
    ("FY2008", "FY2008", "word", None),
    ("C60", "C60", "word", None),
    ("May 10% of", "10%", "percent", Amount(10, -2)),
    ("March 5.2 million", "5.2 million", "amount", Amount(52, 5)),
    ("1" * 41, "1" * 41, "word", None),
]


@pytest.mark.parametrize(("printed", "text", "kind", "amount"), READS, ids=[r[0] for r in READS])
def test_a_figure_reads(printed: str, text: str, kind: str, amount: Amount | None) -> None:
    (figure,) = figures(printed)
    assert (figure.text, figure.kind) == (text, kind)
    if amount is not None:
        assert figure.amount == amount


@pytest.mark.parametrize(
    ("printed", "texts"),
    [
        # wrapped prose may be set in; a table's next line goes on with another column
        ("dated October\n     21, 2003.", ["October\n     21, 2003"]),
        ("ended June 30,\n     2003 was", ["June 30,\n     2003"]),
        ("was $29.5\n     million.", ["29.5\n     million"]),
        ("ended June 30,\n   2003    2002", ["June 30", "2003", "2002"]),
        ("ended June 30,\n   2003 2002", ["June 30", "2003", "2002"]),
        ("Jun 30,  Jun 30,\n 2003  2002", ["Jun 30", "Jun 30", "2003", "2002"]),
        ("Net   1,234\nPercent of sales   5", ["1,234", "5"]),
        ("Net\t1,234\npercent\t5", ["1,234", "5"]),
        ("1,234(1)", ["1,234", "1"]),  # a footnote mark is no digit of the number before it
        ("10-12%", ["10", "12%"]),
        ("$1.20-$1.25", ["1.20", "1.25"]),
        ("$23, $0, $51 and $0", ["23", "0", "51", "0"]),
        ("September 30, 2007 and 2006", ["September 30, 2007", "2006"]),
        ("2007\t2006", ["2007", "2006"]),
        ("1,234,56", ["1,234", "56"]),
    ],
)
def test_several_figures_stand_apart(printed: str, texts: list[str]) -> None:
    assert [figure.text for figure in figures(printed)] == texts


def test_a_date_does_not_cross_cells_or_pages() -> None:
    assert [figure.text for figure in figures("September\t30\fMarch\n\n31")] == ["30", "31"]


# ----------------------------------------------------------------------------------- properties

pieces = st.sampled_from(
    [
        *"$()%,.-/: \t\n\f\u00a0\\+#019xQ€٣½é",
        "12",
        "345",
        "2007",
        "1,234",
        "30,",
        "th",
        "May ",
        "March",
        "Item ",
        "million",
        " billion",
        " percent",
        " basis points",
        "CFR",
        "pm",
        "USD",
    ]
)
hostile = st.lists(pieces, max_size=40).map("".join) | st.text(max_size=60)


@given(hostile)
def test_every_digit_stands_in_exactly_one_figure(text: str) -> None:
    found = figures(text)
    position = 0
    for figure in found:
        assert position <= figure.start < figure.end
        assert figure.text == text[figure.start : figure.end]
        assert any(ch in "0123456789" for ch in figure.text)
        position = figure.end
    covered = {at for figure in found for at in range(figure.start, figure.end)}
    assert {at for at, ch in enumerate(text) if ch in "0123456789"} <= covered


STYLES = [
    ("{}", ""), ("${}", "USD"), ("({})", ""), ("$({})", "USD"), ("$ ({})", "USD"),
    (r"\${}", "USD"), ("-{}", ""), ("−{}", ""), ("€{}", "EUR"), ("{}(1)", ""), ("{} (1)", ""),
    ("{}*", ""), ("\t{}\t", ""), ("<i>{}</i>", ""), ("about ${}.", "USD"), ("{}, while", ""),
]  # fmt: skip
amounts = st.builds(Amount, st.integers(0, 10**12), st.integers(-3, 0))


@given(amounts, st.sampled_from(STYLES))
def test_an_amount_printed_in_any_house_style_reads_back(
    amount: Amount, style: tuple[str, str]
) -> None:
    pattern, currency = style
    digits = grouped(amount.mantissa, amount.exponent)
    figure = figures(pattern.format(digits))[0]
    if figure.kind == "year":  # 1998 without its comma cannot be printed by grouped()
        assert digits.startswith(("19", "20"))
    assert figure.text == digits
    assert figure.amount == (amount.in_unit(money(currency)) if currency else amount)


WORDS = [(" thousand", 3), (" million", 6), (" billion", 9), ("\u00a0million", 6), ("-million", 6)]


@given(amounts, st.sampled_from(WORDS))
def test_an_amount_with_its_scale_word_reads_back(amount: Amount, word: tuple[str, int]) -> None:
    digits = grouped(amount.mantissa, amount.exponent)
    (figure,) = figures(f"${digits}{word[0]}")
    assert figure.amount == amount.times_power(word[1]).in_unit(DOLLARS)


@given(st.integers(0, 10**6), st.integers(-2, 0), st.sampled_from(["%", " %", " percent"]))
def test_a_percentage_reads_back(mantissa: int, exponent: int, sign: str) -> None:
    (figure,) = figures(grouped(mantissa, exponent) + sign)
    assert figure.kind == "percent"
    assert figure.amount == Amount(mantissa, exponent - 2)


# ------------------------------------------------------------------------------ hostile and large


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1,",
        "1.",
        "1-",
        "1/",
        "(1",
        "1(a)",
        "1a",
        "1,111",
        "May 1,",
        "$",
        "1 ",
        "a1",
        "1:",
        "+1 ",
    ],
)
def test_cost_is_that_of_the_length(piece: str) -> None:
    # A quadratic step would take minutes here.
    assert figures(piece * (100_000 // len(piece)) + "1")


@pytest.mark.parametrize(
    ("text", "amount"),
    [("76,085Right of use assets", 76085), ("assets2,666,627 ", 2666627), ("(0.01Diluted", None)],
)
def test_a_lost_blank_hides_no_amount(text: str, amount: int | None) -> None:
    """Forian, November 13, 2024: cells of one line without a blank between them."""
    (found,) = figures(text)
    assert found.kind == "amount"
    assert amount is None or (found.amount is not None and found.amount.value == amount)


@pytest.mark.parametrize("text", ["3Com", "24x7", "COVID19", "8MW"])
def test_a_word_with_digits_stays_a_word(text: str) -> None:
    assert [found.kind for found in figures(text)] == ["word"]
