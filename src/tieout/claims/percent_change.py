"""A change in percent: "an increase of approximately 145%"."""

from tieout.claims.form import Asserted, Form, caption, concept, spoken_loss, toward
from tieout.model.claim import Claim, ClaimForm


def read_percent_change(asserted: Asserted) -> Claim | None:
    """By what share of its base a concept moved; basis points are changes of another kind."""
    mention = asserted.mention
    if mention.role != "change" or asserted.figure.kind != "percent":
        return None
    direction = toward(mention)
    amount = -asserted.amount if direction < 0 else asserted.amount
    form: ClaimForm = "change" if amount.unit == "bps" else "percent_change"
    return Claim(
        mention.token.figure,
        form,
        concept(mention),
        caption(mention),
        amount,
        asserted.sentence,
        mention.period,
        mention.against,
        direction=direction,
        hedge=mention.hedge,
        as_loss=spoken_loss(mention),
    )


FORM = Form("percent_change", 4, read_percent_change)
