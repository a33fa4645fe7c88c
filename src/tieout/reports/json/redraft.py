"""What changed since the previous draft, as JSON, in the format the contract fixes."""

from tieout.model.redraft import Redraft
from tieout.model.workpaper import Workpaper
from tieout.reports.json import contract


def drafted(workpaper: Workpaper) -> contract.Draft | None:
    """The redraft in the contract's types; None where no previous draft was given."""
    was, redraft = workpaper.draft, workpaper.redraft
    if was is None or redraft is None:
        return None
    name = f"d{len(workpaper.releases)}"
    return _Places(workpaper, was, name).draft(redraft)


class _Places:
    """The figures of two drafts as places."""

    def __init__(self, now: Workpaper, was: Workpaper, name: str) -> None:
        """The places of this draft's figures, and of the previous one's under its name."""
        self._now_paper, self._was_paper, self._name = now, was, name

    def draft(self, redraft: Redraft) -> contract.Draft:
        """Everything that changed."""
        return contract.Draft(
            self._name,
            len(redraft.unchanged),
            tuple(contract.Changed(self._was(a), self._now(b)) for a, b in redraft.changed),
            tuple(map(self._now, redraft.added)),
            tuple(map(self._was, redraft.removed)),
            tuple(map(self._now, redraft.kept)),
            tuple(map(self._now, redraft.renewed)),
            tuple(
                contract.LostTick(self._was(one.was), self._now(one.now), one.why)
                for one in redraft.lost
            ),
            tuple(map(self._now, redraft.gained)),
            tuple(map(self._fixed, redraft.fixed)),
            tuple(f"k{number}" for number in redraft.new),
            tuple(f"k{number}" for number in redraft.still_open),
        )

    def _now(self, figure: int) -> contract.Place:
        """A figure of this draft."""
        return _place(self._now_paper, 0, figure, "d0")

    def _was(self, figure: int, document: int = 0) -> contract.Place:
        """A figure of the previous draft, or of a filing it was checked against."""
        name = f"d{document}" if document else self._name
        return _place(self._was_paper, document, figure, name)

    def _fixed(self, number: int) -> contract.FixedFinding:
        """A finding of the previous draft."""
        check = self._was_paper.checks[number]
        subject = self._was(check.subject.figure, check.subject.document)
        return contract.FixedFinding(
            check.rule, check.name, check.severity, subject, check.message or check.reason
        )


def _place(paper: Workpaper, document: int, figure: int, name: str) -> contract.Place:
    """A figure under the name of its document."""
    one = paper.figure(document, figure)
    text = paper.releases[document].document.text
    return contract.Place(name, (one.start, one.end), text[one.start : one.end])
