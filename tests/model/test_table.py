import pytest

from tieout.model.table import Reading, TableRow


@pytest.mark.parametrize(
    ("caption", "kinds", "is_heading"),
    [
        ("Current assets:", ["blank", "blank"], True),
        ("Current assets:", [], True),
        ("Deferred rent", ["nil", "blank"], False),
        ("", ["blank"], False),
        ("Increase", ["not-meaningful"], False),
    ],
)
def test_a_heading_has_a_caption_and_nothing_under_any_column(
    caption: str,
    kinds: list[str],
    is_heading: bool,  # noqa: FBT001 - a parameter of the test
) -> None:
    readings = tuple(Reading(kind, 0, 0) for kind in kinds)  # type: ignore[arg-type]
    assert TableRow(caption, (), readings).is_heading is is_heading
