import pytest

from tieout.forms.ticker import Ticker, exchange_name, names_ticker, ticker


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("(NASDAQ:CPST)", Ticker("CPST", "NASDAQ")),
        ("(Nasdaq: FORA)", Ticker("FORA", "NASDAQ")),
        ("(NASDAQ Global Select Market: PGC)", Ticker("PGC", "NASDAQ")),
        ("[NASDAQ National Market: PSEM]", Ticker("PSEM", "NASDAQ")),
        ("(NYSE: BRK.B)", Ticker("BRK.B", "NYSE")),
        ("(New York Stock Exchange: GD)", Ticker("GD", "NYSE")),
        ("(OTCQX Best Market: PFBX)", Ticker("PFBX", "OTCQX")),
        ("(OTCQB-VYCO)", Ticker("VYCO", "OTCQB")),
        ("its shares trade under the symbol “ACME” there", Ticker("ACME", "")),
        ("(see note 3)", Ticker()),
        ("(NYSE - listed companies)", Ticker()),
    ],
)
def test_a_ticker(text: str, expected: Ticker) -> None:
    found = ticker(f"Acme, Inc. {text} today", 0)
    assert (found.symbol, found.exchange) == (expected.symbol, expected.exchange)
    assert names_ticker(text) == bool(expected.exchange)


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Acme Holding, Inc. (NASDAQ-ACMI) Dayton, Ohio; May 1, 2019", "Acme Holding, Inc."),
        ("Bank of Acme (NYSE: ACM)", "Bank of Acme"),
        ("Dayton, Ohio; May 1, 2019: Acme (NYSE: ACM) reported", ""),
        ("we at Acme (NYSE: ACM)", ""),
    ],
)
def test_the_name_that_opens_a_line_up_to_its_ticker(line: str, name: str) -> None:
    assert ticker(f"Results\n{line}", 0).name == name


def test_an_exchange_goes_by_its_usual_name() -> None:
    assert exchange_name("The Nasdaq Stock Market") == "NASDAQ"
    assert exchange_name("NYSE American") == "NYSE AMERICAN"
    assert exchange_name("NYSE and TSX") == "NYSE"
