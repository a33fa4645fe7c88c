"""On what ground a finding or a lead stands, in words that need no explaining."""

from tieout.model.check import Check, Ground

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
