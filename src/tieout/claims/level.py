"""A level: "Revenue for the second quarter was $7.2 million"."""

from tieout.claims.form import Asserted, Form, caption, concept, loose, signed, spoken_loss
from tieout.claims.grammar.mention import Mention
from tieout.model.claim import Claim
from tieout.model.unit import SHARES


def read_level(asserted: Asserted) -> Claim | None:
    """The amount of a concept at a date or over a period; the last form asked."""
    mention = asserted.mention
    if mention.role == "change" or asserted.figure.kind == "percent":
        return None
    as_loss = spoken_loss(mention)
    amount = asserted.amount
    if not mention.token.is_money and _counts_shares(mention):
        amount = amount.in_unit(SHARES)
    return Claim(
        asserted.mention.token.figure,
        "level",
        concept(mention),
        caption(mention),
        signed(amount, as_loss=as_loss),
        asserted.sentence,
        mention.when.period,
        hedge=mention.hedge,
        is_assumed=mention.when.is_assumed,
        is_loose=loose(mention),
        as_loss=as_loss,
    )


def _counts_shares(mention: Mention) -> bool:
    """True for "125.9 million shares" and "shares outstanding were 125.9 million"."""
    words = caption(mention).split()
    return "shares" in words or any(token.text == "shares" for token in mention.behind[:3])


FORM = Form("level", 9, read_level)
