"""Parts of a whole: "of which $7.2 million is short term", "the remaining $1.4 million"."""

from tieout.claims.form import Asserted, Form, caption, concept, loose
from tieout.model.claim import Claim, ClaimForm


def read_part(asserted: Asserted) -> Claim | None:
    """An amount that belongs to another one of the same paragraph, or is the rest of it."""
    mention = asserted.mention
    if mention.role not in ("part", "remainder") or asserted.figure.kind != "amount":
        return None
    if mention.whole < 0:
        return None
    form: ClaimForm = "part" if mention.role == "part" else "remainder"
    name = concept(mention)
    return Claim(
        mention.token.figure,
        form,
        f"ext:{form.capitalize()}Of{name.partition(':')[2]}",
        f"{form} of {caption(mention)}",
        asserted.amount,
        asserted.sentence,
        mention.when.period,
        hedge=mention.hedge,
        is_assumed=mention.when.is_assumed,
        is_loose=loose(mention),
        whole=mention.whole,
    )


FORM = Form("part", 2, read_part)
