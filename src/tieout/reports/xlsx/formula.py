"""The formulas of checks read back, exactly or not at all: which figure stands where in the sum.

A check's formula is written by `proof.formula`: its operands as they are shown, in order, and small
constants, between signs. What is read here is that language and nothing else.
"""

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal, TypeAlias

from msgspec import Struct

from tieout.model.amount import Amount, number_of
from tieout.patterns import pattern

_MINUS = "\u2212"
_SCALES = {"%": -2, " thousand": 3, " million": 6, " billion": 9, " trillion": 12}
_DIGITS = r"[0-9][0-9,]*+(?:\.[0-9]++)?"
_SUFFIX = r"(?:%| (?:thousand|million|billion|trillion|basis points))?"
_SHOWN = (
    rf"(?P<minus>{_MINUS})?(?P<prefix>[^\s0-9()|/\u00d7+{_MINUS}]{{0,8}})"
    rf"(?:\((?P<inside>{_DIGITS})(?P<within>{_SUFFIX})\)|(?P<digits>{_DIGITS})(?P<suffix>{_SUFFIX}))"
)
_NUMBER = pattern(_SHOWN)
_TOKEN = pattern(rf"\s*+(?:{_SHOWN}|(?P<nil>nil)\b|(?P<sign>[()|/\u00d7+{_MINUS}]))")
_DEEPEST = 16


class Shown(Struct, frozen=True, gc=False):
    """A number as a check shows it: its digits, its last unit's power of ten, and its style.

    `power` is that of the scale word or percent sign behind the digits.
    """

    mantissa: int
    exponent: int
    prefix: str = ""
    suffix: str = ""
    power: int = 0

    @property
    def value(self) -> Fraction:
        """The number in the units it is shown in; a percentage as a fraction."""
        exponent = self.exponent + (self.power if self.power < 0 else 0)
        return Fraction(self.mantissa) * Fraction(10) ** exponent


class Number(Struct, frozen=True, gc=False):
    """A figure, by its place among the operands, or a constant where that is −1."""

    operand: int
    constant: int = 0


class Sum(Struct, frozen=True):
    """Terms added, each with its sign."""

    terms: tuple[tuple[Literal[1, -1], "Expression"], ...]


class Product(Struct, frozen=True):
    """Factors multiplied, or divided by where the power is −1."""

    factors: tuple[tuple[Literal[1, -1], "Expression"], ...]


class Size(Struct, frozen=True):
    """A number without its sign."""

    of: "Expression"


Expression: TypeAlias = Number | Sum | Product | Size


def shown(text: str) -> Shown | None:
    """A single number as it is shown; None for words, and for a number among others."""
    found = _NUMBER.fullmatch(text)
    return None if found is None else _shown(found.groupdict())


def expression(text: str, operands: Sequence[int]) -> Expression | None:
    """The formula as an expression; `operands` are the digits of its figures in order.

    None where it is no formula, or where more than one place could be a figure's.
    """
    tokens = _tokens(text)
    if tokens is None:
        return None
    numbers = [at for at, token in enumerate(tokens) if isinstance(token, Shown)]
    sizes = [abs(token.mantissa) for token in tokens if isinstance(token, Shown)]
    places = _only(sizes, operands)
    if places is None:  # "3.6 billion" of a table is shown with all its zeros
        places = _only([*map(_significant, sizes)], [*map(_significant, operands)])
    if places is None:
        return None
    read = _Reader(tokens, {numbers[at]: place for place, at in enumerate(places)})
    try:
        found = read.sum(0)
    except _NoFormulaError:
        return None
    return found if read.is_done else None


class _NoFormulaError(Exception):
    """The text is not in the language of formulas."""


_Token: TypeAlias = Shown | str


def _tokens(text: str) -> list[_Token] | None:
    """The numbers and signs of a formula; a nil is "nil"."""
    found: list[_Token] = []
    at, end = 0, len(text.rstrip())
    while at < end:
        token = _TOKEN.match(text, at, end)
        if token is None:
            return None
        sign = token["nil"] or token["sign"]
        found.append(sign or _shown(token.groupdict()))
        at = token.end()
    return found


def _shown(parts: dict[str, str | None]) -> Shown:
    """The number that the parts of a match are."""
    digits = (parts["inside"] or parts["digits"] or "").replace(",", "")
    suffix = (parts["within"] if parts["inside"] else parts["suffix"]) or ""
    mantissa = int(digits.replace(".", ""))
    is_negative = (parts["minus"] is not None) != (parts["inside"] is not None)
    exponent = -len(digits.partition(".")[2])
    prefix = parts["prefix"] or ""
    power = _SCALES.get(suffix, 0)
    return Shown(-mantissa if is_negative else mantissa, exponent, prefix, suffix, power)


def _significant(size: int) -> int:
    """The digits but for zeros at their end."""
    return number_of(Amount(size, 0))[0]


def _only(sizes: Sequence[int], operands: Sequence[int]) -> list[int] | None:
    """Where each operand stands; None where one stands nowhere, or could stand elsewhere."""
    first, last = _placed(sizes, operands), _placed(sizes[::-1], operands[::-1])
    if first is None or last is None or first != [len(sizes) - 1 - at for at in last[::-1]]:
        return None
    return first


def _placed(sizes: Sequence[int], operands: Sequence[int]) -> list[int] | None:
    """Where each operand stands at the earliest; None where one stands nowhere."""
    places: list[int] = []
    at = 0
    for operand in operands:
        while at < len(sizes) and sizes[at] != operand:
            at += 1
        if at == len(sizes):
            return None
        places.append(at)
        at += 1
    return places


class _Reader:
    """The grammar: sums of products of numbers, sizes and sums in brackets."""

    def __init__(self, tokens: Sequence[_Token], operands: dict[int, int]) -> None:
        """The tokens, and which of them are which operand."""
        self._tokens, self._operands, self._at = tokens, operands, 0

    @property
    def is_done(self) -> bool:
        """True where all was read."""
        return self._at == len(self._tokens)

    def sum(self, depth: int) -> Expression:
        """Terms with signs between them; the first may have one too."""
        if depth > _DEEPEST:
            raise _NoFormulaError
        sign = self._sign(("+", _MINUS)) or "+"
        terms: list[tuple[Literal[1, -1], Expression]] = []
        while sign:
            terms.append((-1 if sign == _MINUS else 1, self._product(depth)))
            sign = self._sign(("+", _MINUS))
        return terms[0][1] if len(terms) == 1 and terms[0][0] == 1 else Sum(tuple(terms))

    def _product(self, depth: int) -> Expression:
        """Factors with signs between them."""
        sign = "\u00d7"
        factors: list[tuple[Literal[1, -1], Expression]] = []
        while sign:
            factors.append((-1 if sign == "/" else 1, self._factor(depth)))
            sign = self._sign(("\u00d7", "/"))
        return factors[0][1] if len(factors) == 1 else Product(tuple(factors))

    def _factor(self, depth: int) -> Expression:
        """A number, a size, or a sum in brackets."""
        if self.is_done:
            raise _NoFormulaError
        at, token = self._at, self._tokens[self._at]
        self._at += 1
        if isinstance(token, Shown):
            if at in self._operands:
                return Number(self._operands[at])
            if token.exponent or token.prefix or token.suffix or token.mantissa < 0:
                raise _NoFormulaError  # a figure that is none of the operands
            return Number(-1, token.mantissa)
        if token == "nil":
            return Number(-1, 0)
        if token not in ("(", "|"):
            raise _NoFormulaError
        inside = self.sum(depth + 1)
        if not self._sign((")" if token == "(" else "|",)):
            raise _NoFormulaError
        return Size(inside) if token == "|" else inside

    def _sign(self, signs: tuple[str, ...]) -> str:
        """The next token, taken, if it is one of these signs; else nothing."""
        if self.is_done or self._tokens[self._at] not in signs:
            return ""
        token = self._tokens[self._at]
        self._at += 1
        return str(token)
