"""How much was understood, in words: the warning that stands first, and what silence is worth."""

from tieout.model.check import Ending
from tieout.model.understanding import Understanding, pictured, understanding
from tieout.model.workpaper import Workpaper
from tieout.reports._accepted import counts as said_by_people
from tieout.reports._ended import tallied
from tieout.reports._shares import percent


def warning(of: Understanding) -> str:
    """That little or nothing of the document was understood; empty where most was."""
    if of.degree == "nothing":
        return (
            f"Nothing of this document was understood: it has {of.figures:,} figures, "
            "and no statement or claim was found"
        )
    if of.degree == "little" and of.is_pictured:
        return (
            f"Little of this document could be read: {of.pictures:,} of its {of.pages:,} pages "
            "are pictures"
        )
    if of.degree == "little":
        share = percent(of.understood, of.figures)
        return (
            f"Little of this document was understood: "
            f"{of.understood:,} of {of.figures:,} figures ({share})"
        )
    return ""


def unread(workpaper: Workpaper, of: Understanding) -> str:
    """That the document is as good as unread, in a sentence; empty where some was understood."""
    if of.degree != "nothing":
        return ""
    name = workpaper.subject.document.name
    return f"{name} was read, but no statement and no claim in it was understood"


def places(workpaper: Workpaper) -> tuple[str, ...]:
    """The places of the documents that were not understood, in sentences."""
    pictures = pictured(workpaper.subject.document)
    return (pictures, *workpaper.unread) if pictures else workpaper.unread


def silence(workpaper: Workpaper) -> tuple[Ending, str]:
    """What it is worth that nothing differs: how it is shown, and the share of which it is said."""
    counts = tallied(workpaper)
    nothing = _nothing(workpaper)
    untested = counts["not-tested"] + counts["ticked"]
    tested = counts["figures"] - counts["excluded"] - untested
    if not tested:
        return "not-tested", "No figure could be tested, so nothing is known to agree"
    if not untested:
        return "agrees", f"{nothing}, and every figure that states something was tested"
    share = percent(tested, tested + untested)
    rest = {"<1%": ">99%", ">99%": "<1%"}.get(share) or f"{100 - int(share[:-1])}%"
    is_read = understanding(workpaper).degree == "most"
    others = f"{rest} were not"
    if counts["ticked"]:  # which the report counts apart
        left = percent(counts["not-tested"], tested + untested)
        others = f"{left} were not" if counts["not-tested"] else f"{rest} by hand"
    sentence = f"{nothing} among the {share} of figures that were tested; {others}"
    return "agrees" if is_read else "not-tested", sentence


def _nothing(workpaper: Workpaper) -> str:
    """That nothing differs, or nothing else than what people accepted."""
    return (
        "Nothing else differs" if said_by_people(workpaper).get("accepted") else "Nothing differs"
    )
