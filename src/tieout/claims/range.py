"""What is expected, told as a range: "net sales of $3.0 billion to $3.1 billion"."""

from tieout.claims.form import Asserted, Form, caption, concept
from tieout.lexicon.units import is_per_share
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
    behind = " ".join(token.text for token in mention.behind)
    words = mention.subject.caption.split() if mention.subject else []
    if asserted.figure.kind == "amount" and (
        "eps" in words or is_per_share(" ".join(words)) or is_per_share(behind)
    ):
        return amount.in_unit(f"{asserted.figure.currency or 'USD'}/shares")
    return amount


FORM = Form("range", 0, read_range)
