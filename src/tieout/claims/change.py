"""A change in amount: "a decrease of $0.2 million from the same period last year"."""

from tieout.claims.form import Asserted, Form, caption, concept, spoken_loss, toward
from tieout.model.claim import Claim


def read_change(asserted: Asserted) -> Claim | None:
    """By how much a concept moved, signed by the direction in which the spoken number moved."""
    mention = asserted.mention
    if mention.role != "change" or asserted.figure.kind != "amount":
        return None
    direction = toward(mention)
    amount = -asserted.amount if direction < 0 else asserted.amount
    return Claim(
        mention.token.figure,
        "change",
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


FORM = Form("change", 5, read_change)
