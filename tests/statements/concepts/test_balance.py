from tieout.model.statement import Line
from tieout.model.table import Reading
from tieout.statements.concepts.balance import told


def line(concept: str, caption: str = "") -> Line:
    full = concept if ":" in concept else f"us-gaap:{concept}"
    return Line(caption or concept, (), full, (Reading("blank", 0, 0),))


def names(*lines: Line) -> list[str]:
    return [one.concept.removeprefix("us-gaap:") for one in told(lines)]


LESS = "AccumulatedDepreciationDepletionAndAmortizationPropertyPlantAndEquipment"
ALL = "StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest"


def test_property_is_gross_above_its_depreciation_and_net_below() -> None:
    # PepsiCo's 10-Q for September 9, 2023: "Property, plant and equipment", then what is taken off
    above, below = line("PropertyPlantAndEquipmentNet"), line("PropertyPlantAndEquipmentGross")
    assert names(above, line(LESS), below) == [
        "PropertyPlantAndEquipmentGross",
        LESS,
        "PropertyPlantAndEquipmentNet",
    ]
    assert names(above) == ["PropertyPlantAndEquipmentNet"]


def test_a_figure_without_a_caption_below_depreciation_is_what_is_left() -> None:
    # Colgate-Palmolive's 10-Q for June 30, 2023
    cost, left = line("PropertyPlantAndEquipmentGross", "Cost"), line("ext:Unnamed")
    assert names(cost, line(LESS), left)[-1] == "PropertyPlantAndEquipmentNet"


def test_equity_is_everybodys_below_the_noncontrolling_interest() -> None:
    # Exxon Mobil's 10-Q for June 30, 2023: "ExxonMobil share of equity" stands above it
    lines = (
        line("Assets"),
        line("ext:ExampleShareOfEquity", "Example share of equity"),
        line("MinorityInterest"),
        line("StockholdersEquity"),
        line("LiabilitiesAndStockholdersEquity"),
    )
    assert names(*lines)[1:4] == ["StockholdersEquity", "MinorityInterest", ALL]


def test_total_equity_is_the_registrants_where_nobody_else_has_a_share() -> None:
    assert names(line("Assets"), line(ALL, "Total equity"))[-1] == "StockholdersEquity"


def test_assets_of_that_name_are_no_equity() -> None:
    assert names(line("MinorityInterest"), line("Assets"))[0] == "MinorityInterest"


def test_receivables_are_gross_above_their_allowance() -> None:
    # United Parcel Service's 10-Q for June 30, 2023: the allowance stands on a line of its own
    allowance = "AllowanceForDoubtfulAccountsReceivableCurrent"
    lines = (
        line("AccountsReceivableNetCurrent"),
        line(allowance),
        line("AccountsReceivableNetCurrent"),
    )
    assert names(*lines) == [
        "AccountsReceivableGrossCurrent",
        allowance,
        "AccountsReceivableNetCurrent",
    ]
    assert names(*lines[:2])[0] == "AccountsReceivableNetCurrent"
