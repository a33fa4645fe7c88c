"""What a claim form is, and the scan that finds every form."""

import importlib
import pkgutil
from collections.abc import Callable, Sequence
from functools import cache
from itertools import takewhile

from msgspec import Struct

from tieout.claims.grammar.mention import Mention
from tieout.claims.grammar.subject import is_loose
from tieout.lexicon.currencies import read_currency
from tieout.lexicon.labels import UNNAMED
from tieout.lexicon.numbers import SUFFIX_POWERS, scale_power
from tieout.lexicon.shapes import POINTS
from tieout.lexicon.words import Token
from tieout.model.amount import Amount
from tieout.model.claim import Claim, ClaimForm
from tieout.model.document import Span
from tieout.model.figure import Figure
from tieout.model.unit import BASIS_POINTS, COUNT, Unit, money, unit_of

_POINTS = 4
_OF_A_UNIT = {"cent": -2, "cents": -2, "pence": -2}


class Asserted(Struct, frozen=True):
    """A figure of prose as a form sees it: the mention, the figure, its sentence, its group.

    `spoken` is the currency of the document, `measured` the physical unit behind the figure and
    whether the figure is for each of it.
    """

    mention: Mention
    figure: Figure
    sentence: Span
    head: Claim | None
    spoken: str = ""
    measured: tuple[str, bool] | None = None

    @property
    def per_share(self) -> Unit:
        """The figure's money for each share: what its sign names, or its document speaks of."""
        return money(self.currency or self.spoken).per_share

    @property
    def amount(self) -> Amount:
        """The figure in whole units, without a sign: "$(1.2) million" and "31 cents" too."""
        amount = self.figure.amount or Amount(0, 0)
        is_moved = self.mention.role == "change" and amount.unit.is_pure
        if is_moved and POINTS.search(self.figure.text):
            return amount.times_power(_POINTS).in_unit(BASIS_POINTS)
        behind = self.mention.behind
        words = behind[1:] if behind and behind[0].kind == "close" else behind
        power = _power(words, is_joined=words is not behind)
        return amount.times_power(power).in_unit(self._unit(amount.unit))

    def _unit(self, unit: Unit) -> Unit:
        """What the figure is counted in: what its words say, else the unit it was read in."""
        if self.figure.kind != "amount":
            return unit
        if self.measured is None:
            currency = self.currency or (self.spoken if self._is_money else "")
            counted = COUNT if self.is_count else unit
            return money(currency) if currency or self._is_money else counted
        physical, is_each = self.measured
        if unit.is_money:
            return unit_of(f"{unit.text}/{physical}") if is_each else unit
        return unit if is_each else unit_of(f"ext:{physical}")

    @property
    def currency(self) -> str:
        """The currency in front of the figure, or right behind: "324,794 million yen"."""
        if self.figure.currency or not self.mention.behind:
            return self.figure.currency
        words = takewhile(lambda token: token.kind == "word", self.mention.behind[:2])
        return read_currency([" ".join(token.text for token in words)])

    @property
    def _is_money(self) -> bool:
        """True for "net sales were 12.3 billion": no sign, no noun, and the subject is money."""
        subject, behind = self.mention.subject, self.mention.behind[:1]
        is_said = subject is not None and subject.concept.is_known and subject.concept.unit.is_money
        return is_said and self.is_scaled and not any(token.kind == "word" for token in behind)

    @property
    def is_count(self) -> bool:
        """True for a bare number with its thousands parted: things counted, "to 3,842,667"."""
        return is_count(self.figure) and not self.currency

    @property
    def is_scaled(self) -> bool:
        """True for "$5.1 million" and "$(5.1) million": an amount of a company, and of no share."""
        if self.figure.kind != "amount":
            return False
        behind = [token.text for token in self.mention.behind[:2] if token.kind != "close"]
        is_within = self.figure.text[-1:].isalpha()  # "$5.1M" too
        return is_within or any(scale_power(word) > 0 for word in behind[:1])


def is_count(figure: Figure) -> bool:
    """True for a bare number with its thousands parted, which no sign or word makes money."""
    is_bare = figure.kind == "amount" and not figure.currency
    return is_bare and "," in figure.text and figure.text[-1:].isdigit()


class Form(Struct, frozen=True):
    """One form of claim; `order` says which form is asked first (the narrower)."""

    name: str
    order: int
    reads: Callable[[Asserted], Claim | None]


@cache
def all_forms() -> tuple[Form, ...]:
    """Every form found in the modules of tieout.claims, in the order they are asked."""
    package = importlib.import_module("tieout.claims")
    found = [
        value
        for module in pkgutil.iter_modules(package.__path__, "tieout.claims.")
        for value in vars(importlib.import_module(module.name)).values()
        if isinstance(value, Form)
    ]
    return tuple(sorted(found, key=lambda form: (form.order, form.name)))


def signed(amount: Amount, *, as_loss: bool) -> Amount:
    """The amount with XBRL's sign: a loss spoken of as a positive number is negative."""
    return -amount if as_loss else amount


def caption(mention: Mention) -> str:
    """What the claim is called in a finding."""
    return mention.subject.caption if mention.subject else "figure"


def concept(mention: Mention) -> str:
    """The concept's name; an extension where the sentence names none."""
    return mention.subject.concept.name if mention.subject else UNNAMED


def _power(words: Sequence[Token], *, is_joined: bool) -> int:
    """The power of ten of the words behind a number; letters count where a bracket closed it."""
    one, two = (words[0].text if words else "", words[1].text if len(words) > 1 else "")
    letters = SUFFIX_POWERS.get(one.lower(), 0) if is_joined else 0
    return _OF_A_UNIT.get(one, 0) or scale_power(f"{one} {two}") or scale_power(one) or letters


def loose(mention: Mention) -> bool:
    """True where the words may be of several things."""
    return mention.subject is not None and is_loose(mention.subject)


def spoken_loss(mention: Mention) -> bool:
    """True where the words make a negative number positive: "net loss of", "$10.4 million loss"."""
    behind = mention.behind[0].text if mention.behind else ""
    is_scaled = behind == ")" and bool(_power(mention.behind[1:], is_joined=True))
    return behind == "loss" or is_scaled or bool(mention.subject and mention.subject.as_loss)


def toward(mention: Mention) -> int:
    """+1 or −1: the direction in which the number as spoken moved; better and worse resolved.

    A cost or a loss that got better fell.
    """
    direction = mention.direction
    if abs(direction) < 2 or mention.subject is None:
        return max(-1, min(1, direction))
    lower_is_better = mention.subject.as_loss or mention.subject.concept.side == "debit"
    return (-1 if lower_is_better else 1) * (1 if direction > 0 else -1)


def moved(asserted: Asserted, form: ClaimForm) -> Claim:
    """A claim that a concept moved by the figure, signed by the direction it moved in."""
    mention = asserted.mention
    direction = toward(mention)
    return Claim(
        mention.token.figure,
        form,
        concept(mention),
        caption(mention),
        -asserted.amount if direction < 0 else asserted.amount,
        asserted.sentence,
        mention.when.period,
        mention.when.against,
        direction=direction,
        hedge=mention.hedge,
        as_loss=spoken_loss(mention),
        is_assumed=mention.when.is_assumed,
        is_loose=loose(mention),
    )
