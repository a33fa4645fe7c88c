"""A whole drawn as a bar of its parts."""

from tieout.reports.html.bar import bar


def test_parts_stand_behind_one_another_and_none_is_empty() -> None:
    drawn = bar([("agrees", 3), ("rounds", 0), ("differs", 1)])
    assert 'viewBox="0 0 4 1"' in drawn
    assert '<rect class="agrees" x="0" width="3" height="1"/>' in drawn
    assert '<rect class="differs" x="3" width="1" height="1"/>' in drawn
    assert "rounds" not in drawn


def test_a_bar_of_nothing_is_one_all_the_same() -> None:
    assert 'viewBox="0 0 1 1"' in bar([])
