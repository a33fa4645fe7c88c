"""Facts whose captions a claim's own sentence holds word for word, where no noun settles which."""

from collections.abc import Hashable, Iterator
from functools import lru_cache
from itertools import islice

from tieout.evidence.gathered import Evidence
from tieout.evidence.held import Held
from tieout.evidence.match_by_caption import OWNED, is_alike
from tieout.evidence.quantity import Quantity
from tieout.lexicon.captions import words_of
from tieout.lexicon.qualifiers import apart
from tieout.model.amount import Amount, has_size
from tieout.model.claim import Claim
from tieout.model.period import Period
from tieout.model.statement import Fact

_MOST = 64
"""So many facts under one word on one day are looked at; a document has fewer, or says nothing."""
_TELLING_DIGITS = 3
_PLAIN_DIGITS = 4
_MEASURES = frozenset(["yield", "rate", "reported", "actual", "consolidated", "measure"])
_FIRST = {"0": "", **{str(n): f"{n}{n % 9 + 1}{'1' * (5 <= n < 9)}" for n in range(1, 10)}}
"""The digits that a number may begin with where it is rounded, by the one that it begins with."""
WEAK = frozenset(["net", "less", "plus", "add", "based", "before"])
_ENOUGH_WORDS = 2


def within(
    evidence: Evidence, claim: Claim, period: Period | None, *, in_full: bool = False
) -> Iterator[Quantity]:
    """The number of every such fact."""
    for document, fact in facts_within(evidence, claim, period, in_full=in_full):
        yield evidence.of_fact(document, fact)


def facts_within(
    evidence: Evidence, claim: Claim, period: Period | None, *, in_full: bool = False
) -> Iterator[Held]:
    """Every fact of the claim's unit, period and printed digits that its sentence names.

    All the words of the fact's caption, and of the part of the company it is of, stand in the
    sentence; two in three of them where three digits agree, and half where four do. One word
    needs three. It proves and never refutes: what is found is found by its digits. `in_full` asks
    for all of the words, however many digits agree.
    """
    if period is None or not claim.amount.mantissa:
        return
    digits = len(_digits(claim.amount))
    said, index = _said(evidence, claim), evidence.facts_by(_keys)
    told, month = abs(claim.amount), period.month
    first, is_telling = str(told.mantissa)[0], digits >= _TELLING_DIGITS
    by_word = ((word, first) for word in sorted(said))
    for key in _leading(claim.amount) if is_telling else by_word:
        for document, fact in islice(index.get((key, month), ()), _MOST):
            if (
                has_size(fact.amount, told)
                and is_alike(claim, evidence.column_of(document, fact), fact)
                and _is_of(fact, period)
                and _names(_named(fact), said, 0 if in_full else digits)
            ):
                yield document, fact


def may_have_digits(evidence: Evidence, amount: Amount, period: Period) -> bool:
    """True where a fact of the month may have the amount's digits, at whatever power of ten."""
    if len(str(abs(amount.mantissa)).rstrip("0")) < _TELLING_DIGITS:
        return True
    index, month = evidence.facts_by(_keys), period.month
    return any((key, month) in index for key in _leading(amount))


def _names(words: frozenset[str], said: frozenset[str], digits: int) -> bool:
    """True where the sentence holds as many of the words as so few digits that agree need."""
    if digits < _TELLING_DIGITS:
        return len(words) >= _ENOUGH_WORDS and words <= said
    held = len(words & said)
    if digits >= _PLAIN_DIGITS:
        return 0 < len(words) <= 2 * held
    return 0 < 2 * len(words) <= 3 * held


def _digits(amount: Amount) -> str:
    """The digits that tell: of "$5,000,000" one, of "$5.00 million" three."""
    digits = str(abs(amount.mantissa))
    return digits if amount.exponent else digits.rstrip("0")


def _leading(amount: Amount) -> list[str]:
    """The first digits of every number that prints as the amount."""
    low = abs(amount.mantissa) * 10 - 5
    return sorted({str(one)[:_TELLING_DIGITS] for one in (low, low + 5, low + 10)})


def _said(evidence: Evidence, claim: Claim) -> frozenset[str]:
    """The telling words of the claim's sentence, and of the segment it stands under."""
    said = claim.sentence.of(evidence.document.text)
    key = (_said, said, claim.caption)
    return evidence.once(key, lambda: (words_of(said) | words_of(claim.caption)) - WEAK)


def _is_of(fact: Fact, period: Period) -> bool:
    """True for a fact of the period, or one of a day where the other is a stretch up to it."""
    return fact.period is not None and fact.period.is_then(period)


def _keys(fact: Fact) -> tuple[Hashable, ...]:
    """Its first digits, and its longest word with a digit, each with the month its period ends in.

    The digit is one that what it prints as may begin with: 1 of 0.7 too.
    """
    longest = _longest(_named(fact))
    if not longest or fact.period is None:
        return ()
    month, digits = fact.period.month, str(abs(fact.amount.mantissa) * 100)[:_TELLING_DIGITS]
    return (digits, month), *(((longest, first), month) for first in _FIRST[digits[0]])


@lru_cache(maxsize=4096)
def _longest(words: frozenset[str]) -> str:
    """The longest of the words, the last of equals by letters; empty for none."""
    return max(words, key=lambda word: (len(word), word), default="")


def _named(fact: Fact) -> frozenset[str]:
    """The words that name the fact: its caption's, and its qualifiers' that set it apart."""
    return _words(fact.caption, fact.dimensions)


@lru_cache(maxsize=8192)
def _words(caption: str, dimensions: tuple[tuple[str, str], ...]) -> frozenset[str]:
    """The words of a caption and of the qualifiers that set it apart."""
    owned = [member for axis, member in dimensions if axis in OWNED]
    loose = [member for axis, member in dimensions if axis not in OWNED]
    return (words_of(caption) - WEAK) | (words_of(*owned) - _MEASURES) | words_of(*apart(*loose))
