"""The bar: every outcome, rule and part there is can be asked for."""

from collections.abc import Callable

from tieout.model.workpaper import Workpaper
from tieout.reports.html.controls import controls


def test_every_rule_and_part_is_a_choice(paper: Workpaper) -> None:
    source = controls(paper)
    assert '<option value="FT001">FT001 total-does-not-foot</option>' in source
    assert '<option value="0">STATEMENTS OF OPERATIONS</option>' in source
    assert '<select id="part" aria-label="Sections"><option value="">All sections' in source


def test_single_keys_can_be_turned_off(paper: Workpaper) -> None:
    assert '<input type="checkbox" id="keys" checked>' in controls(paper)


def test_leads_are_a_choice_where_there_are_any(
    paper: Workpaper, leading: Callable[..., Workpaper]
) -> None:
    assert 'id="only-lead"' not in controls(paper)
    assert 'id="only-lead" value="lead"' in controls(leading(8))
