"""One of several documents checked beside the others: what is made of which, in one place."""

from collections.abc import Collection, Sequence

from tieout import engine
from tieout.accepted.matching import applied
from tieout.model.accepted import Entry
from tieout.model.workpaper import Release, Workpaper
from tieout.rules.base import Rule


def performed(
    number: int,
    subjects: Sequence[Release],
    against: Sequence[Release] = (),
    *,
    support: Sequence[Release] = (),
    draft: Release | None = None,
    rules: Sequence[Rule] | None = None,
    said: Sequence[Entry] = (),
    exchanged: Collection[tuple[str, str]] = (),
) -> Workpaper:
    """The workpaper of the subject of that number, checked against the other subjects, too.

    `support` are the books as `engine.read_support` gives them for this subject.
    """
    subject = subjects[number]
    beside = [*subjects[:number], *subjects[number + 1 :], *against]
    others = engine.others_of(subject, beside)
    paper = engine.check(subject, others, rules=rules, draft=draft, support=support)
    return applied(paper, said, exchanged)
