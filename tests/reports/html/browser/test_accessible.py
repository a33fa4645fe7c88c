"""Anyone can use the page: axe finds nothing, and it fits the narrowest window."""

from collections.abc import Callable
from typing import Any

import pytest

from tieout.model.workpaper import Workpaper

Open = Callable[..., Any]
UNFOLD = "document.querySelectorAll('details:not(.keys)').forEach(one => { one.open = true; })"
EVERYTHING = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize(
    ("which", "how", "rules"),
    [
        ("altered", {}, EVERYTHING),
        ("altered", {"color_scheme": "dark"}, ["color-contrast"]),
        ("capstone", {"viewport": {"width": 320, "height": 640}}, ["wcag2a", "wcag22aa"]),
    ],
    ids=["light", "dark", "narrow"],
)
def test_axe_finds_nothing(
    opened: Open, request: Any, which: str, how: dict[str, Any], rules: list[str]
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    with opened(request.getfixturevalue(which), **how) as reader:
        page = reader.page
        page.evaluate(UNFOLD)
        page.evaluate("document.querySelector('.panel .at a').click()")
        page.wait_for_timeout(200)
        page.evaluate("scrollTo(0, 0)")  # nothing half under the bar
        found = axe.run(page, options={"runOnly": rules, "resultTypes": ["violations"]})
        told = [
            (one["id"], one["impact"], [node["html"][:160] for node in one["nodes"][:3]])
            for one in found.response["violations"]
        ]
        assert told == []


def test_nothing_is_lost_in_a_narrow_window(opened: Open, altered: Workpaper) -> None:
    with opened(altered, viewport={"width": 320, "height": 640}) as reader:
        assert reader.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_every_outcome_has_a_shape_and_a_name(opened: Open, altered: Workpaper) -> None:
    with opened(altered) as reader:
        tree = reader.page.locator("#document").aria_snapshot()
        assert "differs" in tree
        assert "agrees" in tree
        assert "not tested" in tree
