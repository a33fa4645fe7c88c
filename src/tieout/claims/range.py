"""What is expected, stated as a range: "net sales of $3.0 billion to $3.1 billion"."""

from tieout.claims.form import Asserted, Form, caption, concept
from tieout.claims.per_share import counts_shares, says_per_share
from tieout.model.amount import Amount
from tieout.model.claim import Claim


def read_range(asserted: Asserted) -> Claim | None:
    """The low end, the high end or the middle of what is expected of a concept.

    The high end and the middle have the figure of the low end as their whole.
    """
    mention = asserted.mention
    if mention.role not in ("range", "middle"):
        return None
    return Claim(
        mention.token.figure,
        "range",
        concept(mention),
        caption(mention),
        _counted(asserted),
        asserted.sentence,
        mention.when.period,
        whole=mention.whole,
        is_loose=True,
        bound="middle" if mention.role == "middle" else "low" if mention.whole < 0 else "high",
    )


def _counted(asserted: Asserted) -> Amount:
    """The amount, per share where its words or its subject's say so."""
    mention, amount = asserted.mention, asserted.amount
    is_counted = mention.subject is not None and counts_shares(mention.subject.caption)
    if (
        asserted.figure.kind == "amount"
        and not asserted.is_scaled
        and (is_counted or says_per_share(mention.behind))
    ):
        return amount.in_unit(asserted.per_share)
    return amount


FORM = Form("range", 0, read_range)
