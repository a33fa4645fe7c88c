"""A formula as it is written: taken at its word, it comes to the number that was expected."""

from collections.abc import Sequence
from fractions import Fraction

from tieout.evidence.quantity import Quantity
from tieout.model.amount import point
from tieout.proof.formula import Formula

_SIGNS = (" + ", " \u2212 ")


def as_computed(formula: Formula, stated: Quantity) -> str:
    """The formula with the figures in it: "|88,117 / 89,134 − 1|", "$8 million / 145,440 thousand".

    Bars stand where a sign is left out, words and divisors where a scale is that the figures do
    not cancel out.
    """
    operands = formula.operands
    turned = [one.is_turned for one in operands]
    scales = [one.style.unsaid for one in operands]
    told = stated.style.unsaid
    is_scaled = not (_is_one(scales) and (stated.amount.unit.is_pure or told in scales))
    if not (formula.is_size or is_scaled or any(turned)):
        return formula.written
    try:
        expected = formula.computed()
        if is_scaled and _of(formula, scales, turned) in _either(expected / 10**told):
            is_scaled = False
        text = _barred(formula, turned, expected, is_scaled=is_scaled)
    except ZeroDivisionError:
        return formula.written
    if not is_scaled or not told:
        return text
    is_open = not text.startswith("|") and any(sign in text for sign in _SIGNS)
    return f"({text}) / {10**told:,}" if is_open else f"{text} / {10**told:,}"


def _barred(
    formula: Formula, turned: Sequence[bool], expected: Fraction, *, is_scaled: bool
) -> str:
    """The formula with bars where it would come to another sign, with scales in words if asked."""
    shown = [one.scaled if is_scaled else one.shown for one in formula.operands]
    none = [0] * len(shown)
    found = _of(formula, none, turned)
    if found != expected and (expected < 0 or found != -expected):
        shown = [f"|{one}|" if is_so else one for one, is_so in zip(shown, turned, strict=True)]
        found = _of(formula, none, [False] * len(shown))
    text = formula.text.format(*shown)
    return text if found == expected else f"|{text}|"


def _of(formula: Formula, scales: Sequence[int], turned: Sequence[bool]) -> Fraction:
    """What the work comes to with the operands in these scales, and with the sign they show."""
    each = zip(formula.operands, scales, turned, strict=True)
    points = [
        point(-one.amount.mantissa if is_so else one.amount.mantissa, one.amount.exponent - scale)
        for one, scale, is_so in each
    ]
    return formula.signed(points).low


def _is_one(scales: Sequence[int]) -> bool:
    """True where all scales are one."""
    return len(set(scales)) == 1


def _either(number: Fraction) -> tuple[Fraction, Fraction]:
    """The number with either sign."""
    return number, -number
