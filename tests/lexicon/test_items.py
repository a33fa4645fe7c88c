import pytest

from tieout.lexicon.items import ENOUGH, TITLES, items_titled, likeness


@pytest.mark.parametrize(("number", "title"), TITLES)
def test_an_official_title_is_its_items(number: str, title: str) -> None:
    assert likeness(number, title) == 1
    assert likeness(number, title.upper()) == 1
    assert number in items_titled(title)


@pytest.mark.parametrize(
    ("title", "numbers"),
    [
        ("Results of Operations and Financial Condition.", ("2.02", "12")),
        ("Financial Statement and Exhibit", ("9.01", "7")),
        ("Other Event", ("8.01", "5")),
        ("Weather", ()),
        ("", ()),
    ],
)
def test_a_title_as_printed_finds_its_items(title: str, numbers: tuple[str, ...]) -> None:
    assert items_titled(title) == numbers


def test_another_items_title_is_unlike() -> None:
    assert likeness("2.02", "Financial Statements and Exhibits") < ENOUGH
    assert likeness("99", "Other Events") == 0
