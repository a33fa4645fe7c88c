"""The one voice in which checks speak: reported, expected, difference, what rounding allows."""

from collections.abc import Sequence
from fractions import Fraction

from tieout.evidence.quantity import Quantity
from tieout.model.amount import Amount, Verdict, less
from tieout.model.check import Check, Operand, Ref, Severity
from tieout.model.period import Period


def concluded(
    subject: Quantity,
    verdict: Verdict,
    expected: Amount | Fraction,
    *,
    written: str,
    operands: Sequence[Operand],
    severity: Severity = "error",
    allows: str = "",
) -> Check:
    """The check of a stated number, with its sentence."""
    stated, style = subject.amount, subject.style
    shown = reported = style.show(stated)
    is_same, is_high, apart = True, True, "0"
    if not isinstance(expected, Amount):
        difference = subject.value - expected
        is_same, is_high = not difference, difference.numerator >= 0
        if not is_same:
            apart = style.apart(style.show_number(abs(difference), stated.exponent))
            shown = style.show_number(expected, stated.exponent)
    elif stated.mantissa != expected.mantissa or stated.exponent != expected.exponent:
        beyond = less(stated, expected)
        finest = beyond.exponent
        is_same, is_high = not beyond.mantissa, beyond.mantissa >= 0
        apart = apart if is_same else style.apart(style.show(abs(beyond)))
        if not is_same or finest != stated.exponent:
            shown = style.show(Amount(expected.at(finest), finest))
    place = subject.caption + (f", {subject.period.spoken()}" if subject.period else "")
    message = f"{place}: reported {reported}, expected {shown}"
    if verdict.outcome == "not-tested":
        message = f"{place}: {verdict.reason}"
    elif verdict.outcome == "rounds":
        message += f"; {verdict.reason}"
    elif verdict.outcome == "differs":
        message += f", {apart} too {'high' if is_high and not is_same else 'low'}"
        message += f"; rounding allows {allows}" if allows else ""
    return Check(
        rule="",
        name="",
        tick="",
        outcome=verdict.outcome,
        severity=severity,
        subject=subject.ref,
        operands=tuple(operands),
        reported=reported,
        expected=shown,
        difference=apart if is_high else f"\u2212{apart}",
        formula=written,
        message=message,
        reason=verdict.reason,
    )


def untested(subject: Ref, reason: str, operands: Sequence[Ref] = (), written: str = "") -> Check:
    """A check that could not be made, and why."""
    return Check(
        rule="",
        name="",
        tick="",
        outcome="not-tested",
        severity="error",
        subject=subject,
        operands=tuple(Operand(ref, pinned=False) for ref in operands),
        formula=written,
        message=reason,
        reason=reason,
    )


def needs(caption: str, period: Period | None) -> str:
    """The missing operand by name, and how to supply it."""
    if caption == "figure":
        return "what this figure measures was not understood"
    if period is None:
        return f"it is not clear which period is meant: needs {caption} for a stated period"
    when = f"at {period.spoken()}" if period.is_instant else f"for the {period.spoken()}"
    return f"needs {caption} {when}: give the document that reports it with --against"
