"""Keys of lines."""

import pytest

from tieout.compose.init.keys import Keys, named


@pytest.mark.parametrize(
    ("caption", "key"),
    [
        ("Revenue", "revenue"),
        ("Cost of goods sold", "cost_of_goods_sold"),
        ("Accounts receivable, net of allowance of $835 at September 30", "accounts_receivable"),
        ("Total stockholders' equity", "total_stockholders_equity"),
        ("Net income (loss) per share - basic and diluted", "net_income_per_share_basic_and"),
        ("% of net sales", "percent_of_net_sales"),
        ("401(k) match", "line_401_match"),
        ("Line", "line_line"),
        ("Ouverture des comptes à l'étranger", "ouverture_des_comptes_l_tranger"),
        ("", ""),
    ],
)
def test_a_key_is_the_captions_first_words(caption: str, key: str) -> None:
    assert named(caption) == key


def test_no_two_lines_have_one_key_and_the_first_has_the_plain_one() -> None:
    keys = Keys()
    asked = [
        ("Inventories", "balance_sheet", "Current assets"),
        ("Inventories", "cash_flow_statement", "Changes in"),
        ("Inventories", "cash_flow_statement", "Changes in"),
        ("Inventories", "cash_flow_statement", "Changes in"),
        ("", "balance_sheet", "Equity"),
        ("", "balance_sheet", ""),
    ]
    given = [keys.key(caption, kind, over) for caption, kind, over in asked]  # type: ignore[arg-type]
    assert given == [
        "inventories",
        "changes_inventories",
        "inventories_cash_flow",
        "inventories_cash_flow_2",
        "equity_total",
        "total",
    ]
