"""Figures in hand, by concept and context, reported and derived."""

from collections.abc import Sequence

from tieout.model.workpaper import Release


class Evidence:
    """What a rule sees: every release, the subject first, and every figure in hand."""

    def __init__(self, releases: Sequence[Release]) -> None:
        """The evidence of these releases; `gather` is the way to make one."""
        self.releases = tuple(releases)

    @classmethod
    def gather(cls, releases: Sequence[Release]) -> "Evidence":
        """The evidence of these releases, indexed."""
        return cls(releases)
