"""A formula cut into words and the printed figures among them."""

from collections.abc import Callable, Iterator

from tieout.model.check import Check, Ref

_MOST_MISSED = 8
"""Operands not printed in a formula, after which no more are looked for."""
_OF_NUMBERS = frozenset("0123456789,.")


def pieces(check: Check, text: Callable[[Ref], str]) -> Iterator[str | Ref]:
    """The check's formula in order: each operand stands where its number, as printed, does.

    Operands are looked for in their order; one that is not printed in the formula is left out.
    """
    words, position, missed = check.formula, 0, 0
    for operand in check.operands:
        if missed > _MOST_MISSED:
            break
        number = text(operand.ref)
        start = _whole(words, number, position)
        if start < 0:
            missed += 1
            continue
        if start > position:
            yield words[position:start]
        yield operand.ref
        position = start + len(number)
    if position < len(words):
        yield words[position:]


def _whole(words: str, number: str, start: int) -> int:
    """Where the number stands in the words and is no part of another; -1 for nowhere."""
    while number and (start := words.find(number, start)) >= 0:
        around = words[max(start - 1, 0) : start] + words[start + len(number) :][:1]
        if not _OF_NUMBERS.intersection(around):
            return start
        start += 1
    return -1
