"""What a check computed and on what ground it is believed, in words that need no explaining."""

from tieout.model.check import Check, Ground
from tieout.reports._places import Places

_STRENGTHS = ((26, "very strong"), (16, "strong"), (8, "fair"), (4, "weak"))
"""From so many bits on: a reading is wrong by chance once in 2 to that power."""


def strength(ground: Ground) -> str:
    """How sure the reading is, in a word or two."""
    return next((word for bits, word in _STRENGTHS if ground.bits >= bits), "very weak")


def grounds(check: Check, *, with_bits: bool = False) -> str:
    """Why the reading is believed and how sure it is; empty where the check does not say.

    The number of bits is for who wants to check the evidence itself.
    """
    ground = check.ground
    if ground is None or not ground.says:
        return ""
    bits = f", {ground.bits} bits" if with_bits else ""
    return f"{ground.says} ({strength(ground)} evidence{bits})"


def believed(check: Check) -> str:
    """The same as a sentence without its stop; empty where the check does not say."""
    why = grounds(check)
    return f"Believed because {why}" if why else ""


def computation(check: Check) -> str:
    """The expected figure and how it comes about; empty where it is simply another figure."""
    if not check.formula or len(check.operands) == 1:
        return ""
    return f"Expected {check.expected} = {check.formula}"


def other_figure(check: Check, places: Places) -> str:
    """The other figure and where it stands; empty where the expected one is computed."""
    if computation(check) or not check.operands:
        return ""
    ref = check.operands[0].ref
    return f"The other figure is {places.text(ref)} ({places.where(ref)})"
