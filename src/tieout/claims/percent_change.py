"""A change in percent: "an increase of approximately 145%"."""

from tieout.claims.form import Asserted, Form, moved
from tieout.model.claim import Claim


def read_percent_change(asserted: Asserted) -> Claim | None:
    """By what share of its base a concept moved; points are changes of another kind."""
    if asserted.mention.role != "change" or asserted.figure.kind != "percent":
        return None
    return moved(asserted, "change" if asserted.amount.unit.is_points else "percent_change")


FORM = Form("percent_change", 4, read_percent_change)
