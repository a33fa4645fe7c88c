"""What a person says, as the file keeps it."""

import hashlib
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tieout.accepted.keeping import Change
from tieout.accepted.reading import Kept
from tieout.accepted.saying import accepting, ticking, undoing
from tieout.errors import Misuse
from tieout.model.workpaper import Workpaper

Draft = Callable[..., Workpaper]
DAY = date(2026, 11, 30)


def accepted(paper: Workpaper, *names: str) -> Kept:
    """What is kept after these were accepted."""
    said = [accepting(paper, Kept(), one, reason="as told", by="AB", on=DAY) for one in names]
    return Kept(entries=tuple(entry for change in said for entry in change.new))


def test_a_difference_is_accepted_with_reason_initials_and_day(draft: Draft) -> None:
    change = accepting(draft(), Kept(), "RX003", reason=" as \n told", by="AB", on=DAY)
    (entry,) = change.new
    assert (entry.said, entry.reason, entry.by, entry.on) == ("accepted", "as told", "AB", DAY)
    assert change.gone == ()


def test_a_lead_is_dismissed_the_same_way(draft: Draft) -> None:
    assert accepted(draft(), "TI002").entries[0].said == "dismissed"


def test_saying_it_again_takes_the_place_of_what_was_said(draft: Draft) -> None:
    kept = accepted(draft(), "FT001", "RX003")
    change = accepting(draft(), kept, "RX003", reason="anew", by="AB", on=DAY)
    assert (change.gone, len(change.new)) == ((1,), 1)


def test_what_somebody_else_said_and_still_holds_is_replaced_only_if_asked(draft: Draft) -> None:
    kept = accepted(draft(), "RX003")
    with pytest.raises(
        Misuse, match=r"RX003:154% was accepted by AB, November 30, 2026: .*--replace"
    ):
        accepting(draft(), kept, "RX003", reason="anew", by="CD", on=DAY)
    again = accepting(draft(), kept, "RX003", reason="anew", by="ab", on=DAY)
    change = accepting(draft(), kept, "RX003", reason="anew", by="CD", on=DAY, replace=True)
    assert (change.new[0].by, again.gone, change.gone) == ("CD", (0,), (0,))
    assert [one.entry.by for one in change.replaced] == ["AB"]
    lapsed = accepting(draft(("154%", "155%")), kept, "RX003", reason="anew", by="CD", on=DAY)
    assert [one.standing for one in lapsed.replaced] == ["lapsed"]


def test_what_has_lapsed_gives_way_to_what_is_said_now(draft: Draft) -> None:
    kept = accepted(draft(), "FT001", "RX003")
    later = draft(("154%", "155%"))
    change = accepting(later, kept, "RX003", reason="still", by="AB", on=DAY)
    assert (change.gone, change.new[0].reported) == ((1,), "155%")


def test_a_figure_is_ticked_with_its_support(draft: Draft, tmp_path: Path) -> None:
    file = tmp_path / "backlog.xlsx"
    file.write_bytes(b"backlog")
    told = ticking(draft(), Kept(), "9.9 million", support="p. 3", by="AB", on=DAY, file=file)
    (entry,) = told.new
    assert (entry.said, entry.support, entry.file) == ("ticked", "p. 3", "backlog.xlsx")
    assert entry.sha256 == hashlib.sha256(b"backlog").hexdigest()


@pytest.mark.parametrize(
    ("reason", "by", "why"),
    [
        (" \n", "AB", "the reason is empty"),
        ("as told", "", "the initials are empty"),
        ("x" * 2_001, "AB", "more than 2,000 characters are no reason"),
        ("as told", "A" * 41, "more than 40 characters are no initials"),
    ],
)
def test_a_reason_and_initials_are_words(reason: str, by: str, why: str, draft: Draft) -> None:
    with pytest.raises(Misuse, match=why):
        accepting(draft(), Kept(), "RX003", reason=reason, by=by, on=DAY)


def test_what_was_said_is_taken_back_by_the_same_name(draft: Draft) -> None:
    kept = accepted(draft(), "FT001", "RX003")
    assert undoing(kept, "RX003:154%", ("accepted", "dismissed")) == Change((1,))
    with pytest.raises(Misuse, match="nothing was said of a difference 'RX006'"):
        undoing(kept, "RX006", ("accepted",))
    with pytest.raises(Misuse, match="nothing was said of a figure '154%'"):
        undoing(kept, "154%", ("ticked",))
    with pytest.raises(Misuse, match="'' may be one of 2 entries"):
        undoing(kept, "", ("accepted",))
    assert undoing(kept, "#2", ("accepted",)) == Change((1,))
