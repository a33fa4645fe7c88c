"""The words before a verb, as the concept they speak of."""

from collections.abc import Sequence

from msgspec import Struct

from tieout.lexicon.labels import extension, named, normal
from tieout.lexicon.words import Token
from tieout.model.concept import Concept

# Words that leave a subject what it is; any other word in front makes it another concept.
_NEUTRAL = frozenset(
    [
        "reported",
        "total",
        "overall",
        "company",
        "record",
        "quarterly",
        "consolidated",
        "gaap",
        "net-of",
        "the",
        "also",
        "meanwhile",
        "however",
        "there",
        "it",
        "first",
        "second",
        "third",
        "fourth",
        "remaining",
    ]
)
_VERBS = frozenset(
    [
        "reported",
        "posted",
        "recorded",
        "generated",
        "achieved",
        "delivered",
        "announced",
        "had",
        "has",
        "have",
        "with",
        "includes",
        "including",
        "included",
        "reporting",
        "generating",
        "resulting",
        "reflects",
        "reflecting",
        "produced",
        "produces",
        "received",
        "used",
        "saw",
        "incurred",
    ]
)
_QUALIFIERS = frozenset(
    [
        "excluding",
        "including",
        "adjusted",
        "non-gaap",
        "organic",
        "core",
        "pro-forma",
        "pro",
        "constant-currency",
        "comparable",
        "same-store",
        "normalized",
        "underlying",
        "ex",
        "segment",
    ]
)
_LOSS_WORDS = frozenset(["loss", "losses", "deficit"])
_INCOME_WORDS = frozenset(["income", "profit", "earnings"])
_LOWERING = ("used in", "used by", "use of")


class Subject(Struct, frozen=True, gc=False):
    """What a sentence speaks of; `as_loss` where its words make a negative number positive."""

    concept: Concept
    caption: str
    as_loss: bool = False


def subject_of(row: Sequence[Token]) -> Subject | None:
    """The concept of a subject's words, period words already left out; None where no noun is.

    Commas part an introduction from the subject, or list its nouns: the longest run of clauses
    that the lexicon knows is taken, else the last clause. A word that qualifies ("excluding",
    "adjusted") makes any subject an extension.
    """
    clauses = _clauses(row)
    qualified = any(token.text in _QUALIFIERS for token in row)
    for first in range(len(clauses)):
        if first and any(token.text == "before" for token in clauses[first - 1]):
            break
        words = _trimmed([token for clause in clauses[first:] for token in clause])
        caption = _caption(words)
        concept = named(normal(caption)) if caption else None
        if concept is not None:
            if qualified:
                return adjusted(Subject(concept, caption))
            return Subject(concept, caption, _speaks_of_loss(caption))
    words = _trimmed(clauses[-1]) if clauses else []
    caption = _caption(words)
    return Subject(extension(caption), caption, _speaks_of_loss(caption)) if caption else None


def adjusted(subject: Subject) -> Subject:
    """The subject with a qualifier: a concept of its own that ties to no reported one."""
    return scoped(subject, "adjusted")


def scoped(subject: Subject, scope: str) -> Subject:
    """The subject as that of a part of the company, or under a measure of its own."""
    caption = f"{scope} {subject.caption}"
    return Subject(extension(caption), caption, subject.as_loss)


def is_known(row: Sequence[Token]) -> bool:
    """True where the words, as they stand, name a concept of the lexicon."""
    return named(normal(_caption(row))) is not None


def is_qualifier(token: Token) -> bool:
    """True for a word that makes what follows another concept: "adjusted", "organic"."""
    return token.text in _QUALIFIERS


def _clauses(row: Sequence[Token]) -> list[list[Token]]:
    """The words cut at commas and at words that open a clause; quotes and brackets left out."""
    clauses: list[list[Token]] = [[]]
    depth = 0
    for token in row:
        depth += {"open": 1, "close": -1}.get(token.kind, 0)
        if token.kind in ("comma", "semicolon", "clause", "colon", "dash", "stop"):
            clauses.append([])
        elif depth <= 0 and token.figure < 0 and token.kind not in ("quote", "close"):
            clauses[-1].append(token)
    return [clause for clause in clauses if clause]


def _trimmed(words: list[Token]) -> list[Token]:
    """The words behind a verb of reporting, an owner and neutral words."""
    for place in range(len(words) - 2, -1, -1):
        if words[place].text in _VERBS and named(normal(_caption(words))) is None:
            words = words[place + 1 :]
            break
    while (
        words
        and not is_known(words)
        and (_is_owner(words[0].text) or words[0].text in _NEUTRAL or words[0].kind != "word")
    ):
        words = words[1:]
    return words


def _caption(words: Sequence[Token]) -> str:
    """The words in one line."""
    return " ".join(token.text for token in words)


def _is_owner(word: str) -> bool:
    """True for a possessive: "the company's", "its parents'"."""
    return word.endswith(("'s", "\u2019s", "s'", "s\u2019"))


def _speaks_of_loss(caption: str) -> bool:
    """True where the words speak of a loss or a use of cash and of no income."""
    words = set(caption.replace("income tax", "").split())
    lowers = bool(_LOSS_WORDS & words) or any(phrase in caption for phrase in _LOWERING)
    return lowers and not _INCOME_WORDS & words
