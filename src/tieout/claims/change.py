"""A change in amount: "a decrease of $0.2 million from the same period last year"."""

from tieout.claims.form import Asserted, Form, moved
from tieout.model.claim import Claim


def read_change(asserted: Asserted) -> Claim | None:
    """By how much a concept moved, signed by the direction in which the spoken number moved."""
    if asserted.mention.role != "change" or asserted.figure.kind != "amount":
        return None
    return moved(asserted, "change")


FORM = Form("change", 5, read_change)
