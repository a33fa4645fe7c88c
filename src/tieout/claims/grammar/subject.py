"""The words before a verb, as the concept they speak of."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from tieout.claims.grammar.phrase import noun_phrase
from tieout.lexicon.canonical import normal
from tieout.lexicon.labels import extension, named
from tieout.lexicon.qualifiers import qualifiers_of, restating
from tieout.lexicon.sides import side_of
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
        "gaap-based",
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
        "reports",
        "announces",
        "delivers",
        "achieves",
        "posts",
    ]
)
REPORTING = frozenset(
    ["reported", "posted", "recorded", "generated", "achieved", "delivered", "produced", "had"]
)
"""Verbs in front of which stands who reports."""
_CLAUSES = frozenset(
    [
        *("started", "began", "continued", "continues", "provides", "provided", "supports"),
        *("performed", "benefited", "benefitted", "showed", "shows", "allows", "requires"),
    ]
)
"""Verbs that no noun of a measure holds."""
_OWNERS = frozenset(["region", "segment", "division", "business", "unit", "subsidiary"])
_PARTS = frozenset(["segment"])
BELONGING = {
    **dict.fromkeys(["associated", "connected"], ("with",)),
    **dict.fromkeys(["related", "relating", "allocated", "attributed"], ("to",)),
    **dict.fromkeys(["included", "recorded", "recognized", "reflected"], ("in", "within")),
}
"""Participles and the words behind them that say what a noun belongs to."""
_TAKING_IN = frozenset(["including", "excluding", "which", "most", "notably"])
_LOSS_WORDS = frozenset(["loss", "losses", "deficit", "outflow", "outflows"])
_INCOME_WORDS = frozenset(["income", "profit", "earnings"])
_SIDES = {
    "us-gaap:IncomeTaxExpenseBenefit": 1,
    "us-gaap:OtherNonoperatingIncomeExpense": -1,
    "us-gaap:NonoperatingIncomeExpense": -1,
}
"""Concepts of two sides, each with the side that is negative."""
_LOWERING = ("used in", "used by", "use of")


class Subject(Struct, frozen=True, gc=False):
    """What a sentence speaks of; `as_loss` where its words make a negative number positive.

    `is_narrowed` is true where it stands under a heading, or in words, that may make it a part.
    """

    concept: Concept
    caption: str
    as_loss: bool = False
    is_narrowed: bool = False


def subject_of(row: Sequence[Token]) -> Subject | None:
    """The concept of a subject's words, period words already left out; None where no noun is.

    Commas part an introduction from the subject, or list its nouns: the longest run of clauses
    that the lexicon knows is taken, else the last clause. A word that qualifies ("excluding",
    "adjusted") makes any subject an extension.
    """
    clauses = _without_aside(_clauses(row))
    if clauses and _is_within(clauses[-1]):
        caption = _caption(clauses[-1])
        return Subject(extension(caption), caption)
    if len(clauses) == 1:
        clauses = [_before_verb(clauses[0])]
    qualified = bool(qualifiers(_of_this_part([*row])))
    for first in range(len(clauses)):
        if first and any(token.text == "before" for token in clauses[first - 1]):
            break
        words = _trimmed([token for clause in clauses[first:] for token in clause])
        caption = _caption(words)
        concept = named(normal(caption)) if caption else None
        if concept is not None:
            if qualified:
                return adjusted(Subject(concept, caption))
            return Subject(
                concept, caption, _speaks_of_loss(caption) or _is_turned(concept, caption)
            )
    whole = _trimmed(_last(clauses))
    words = noun_phrase(whole)
    caption = _caption(words)
    if not caption:
        return None
    return Subject(extension(caption), caption, _speaks_of_loss(caption), words != whole)


def adjusted(subject: Subject) -> Subject:
    """The subject with a qualifier: a concept of its own that ties to no reported one."""
    return scoped(subject, "adjusted")


def scoped(subject: Subject, scope: str) -> Subject:
    """The subject as that of a part of the company, or under a measure of its own."""
    caption = f"{scope} {subject.caption}"
    return Subject(extension(caption), caption, subject.as_loss, subject.is_narrowed)


def unowned(subject: Subject, company: tuple[str, ...]) -> Subject:
    """The subject without the registrant's own name in front: "Jack Henry digital revenue".

    What is left may be a brand's of that name, so that a name of the lexicon is a loose one.
    """
    words = subject.caption.split()
    own = [n for n in range(len(company), 0, -1) if tuple(words[:n]) == company[:n]]
    if subject.concept.is_known or not own or own[0] == len(words):
        return subject
    if own[0] == 1 and len(company) > 1:
        return subject
    rest = " ".join(words[own[0] :])
    found = named(normal(rest)) if not qualifying(rest) else None
    return Subject(found or extension(rest), rest, subject.as_loss, found is not None)


def is_loose(subject: Subject) -> bool:
    """True where the words may be of several things: a part, or a residue."""
    return subject.is_narrowed or subject.caption.startswith("other ")


def qualifiers(row: Iterable[Token]) -> frozenset[str]:
    """What makes another measure, or a part's, of whatever the words name: "adjusted"."""
    return qualifying(" ".join(token.text for token in row))


def qualifying(words: str) -> frozenset[str]:
    """The same of words: a subject's own, "adjusted EBITDA"."""
    return restating(words) | (qualifiers_of(words) & _PARTS)


def is_known(row: Sequence[Token]) -> bool:
    """True where the words, as they stand, name a concept of the lexicon."""
    return named(normal(_caption(row))) is not None


def _is_within(words: Sequence[Token]) -> bool:
    """True for "included in intangible assets", which opens a sentence on a part of them."""
    first, second = (words[0].text, words[1].text) if len(words) > 1 else ("", "")
    return second in BELONGING.get(first, ())


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


def _without_aside(clauses: list[list[Token]]) -> list[list[Token]]:
    """The clauses without what a noun is said to take in: "revenues, including games," grew."""
    first = next((n for n, one in enumerate(clauses) if n and one[0].text in _TAKING_IN), None)
    return clauses[:first]


def _before_verb(words: list[Token]) -> list[Token]:
    """The words without a first verb: "free cash flow was solid and" increased."""
    verb = next((n for n, token in enumerate(words) if token.kind == "is"), 0)
    return words[:verb] if verb and words[-1].kind == "and" else words


def _last(clauses: list[list[Token]]) -> list[Token]:
    """The last clause, with the one before it where it only says "net" or "net of …"."""
    if len(clauses) < 2 or clauses[-1][0].text != "net":
        return clauses[-1] if clauses else []
    return [*clauses[-2], clauses[-1][0]] if len(clauses[-1]) == 1 else clauses[-2]


def _trimmed(words: list[Token]) -> list[Token]:
    """The words behind a verb of reporting, an owner and neutral words.

    A heading run into its text is read once.
    """
    half = len(words) // 2
    if half and [one.text for one in words[:half]] == [one.text for one in words[half:]]:
        words = words[half:]
    words = _of_this_part(_behind_verb(_antecedent(_before_participle(words))))
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


def within_part(words: Sequence[Token]) -> bool:
    """True for words that end in "in this segment"."""
    tail = [token.text for token in words if token.kind in ("word", "the", "in", "of")][-3:]
    leads = len(tail) == 3 and tail[0] in ("in", "for", "of") and tail[1] in ("this", "the")
    return leads and tail[2] in _OWNERS


def _of_this_part(words: list[Token]) -> list[Token]:
    """The words without "in this segment": which it is, the heading says."""
    return words[:-3] if len(words) > 3 and within_part(words) else words


def _antecedent(words: list[Token]) -> list[Token]:
    """What "which" stands for: "growth in our bridge product line which" grew."""
    if not words or words[-1].kind != "which":
        return words
    start = next((n for n in range(len(words) - 2, -1, -1) if words[n].kind != "word"), -1)
    return words[start + 1 : -1]


def _behind_verb(words: list[Token]) -> list[Token]:
    """The words of a second clause: "European region started strong and revenues" increased.

    The part of the company that began may own the second's noun; a clause alone is no noun.
    """
    verb = next((n for n, one in enumerate(words) if one.kind == "is" or one.text in _CLAUSES), 0)
    if not verb or is_known(words):
        return words
    owner = words[:verb] if any(one.text in _OWNERS for one in words[:verb]) else []
    joint = next((n for n in range(len(words) - 1, verb, -1) if words[n].kind == "and"), 0)
    return [*owner, *words[joint + 1 :]] if joint else []


def _before_participle(words: list[Token]) -> list[Token]:
    """The words without what they are said to belong to, unless all together are a known name.

    "Amortization expense associated with intangible assets" is an expense, "amortization included
    in cost of sales" no cost of sales.
    """
    for place in range(1, len(words) - 2):
        belongs = BELONGING.get(words[place].text, ())
        if words[place + 1].text in belongs:
            return words if named(normal(_caption(words))) is not None else words[:place]
    return words


def _caption(words: Sequence[Token]) -> str:
    """The words in one line."""
    return " ".join(token.text for token in words)


def _is_owner(word: str) -> bool:
    """True for a possessive: "the company's", "its parents'"."""
    return word.endswith(("'s", "\u2019s", "s'", "s\u2019"))


def _is_turned(concept: Concept, caption: str) -> bool:
    """True where the words say the other side of what the concept counts: "income tax benefit"."""
    return concept.name in _SIDES and side_of(caption) == _SIDES[concept.name]


def _speaks_of_loss(caption: str) -> bool:
    """True where the words speak of a loss or a use of cash and of no income."""
    words = set(caption.replace("income tax", "").split())
    lowers = bool(_LOSS_WORDS & words) or any(phrase in caption for phrase in _LOWERING)
    return lowers and not _INCOME_WORDS & words
