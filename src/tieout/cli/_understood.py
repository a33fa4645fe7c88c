"""A document nothing was understood of is as good as unread, and the exit status says so."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tieout.model.understanding import Understanding
    from tieout.model.workpaper import Workpaper


def understood(workpaper: "Workpaper") -> "Understanding":
    """How much of the document was understood; raises Unreadable where nothing was."""
    from tieout.errors import Unreadable
    from tieout.model.understanding import understanding
    from tieout.reports._understood import unread

    of = understanding(workpaper)
    if sentence := unread(workpaper, of):
        raise Unreadable(sentence)
    return of
