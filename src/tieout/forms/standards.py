"""Which accounting standards a document's statements follow, by what it says of their basis."""

import re
from collections import Counter
from collections.abc import Iterator

from tieout.model.workpaper import DocumentKind, Standards
from tieout.patterns import pattern

_SPAN = 220
"""So far before the standards' name the words stand that make it the basis of statements."""

_NAME = pattern(
    r"(?P<ifrs>\bIFRSs?\b(?!\s?[0-9])|\bInternational\s+Financial\s+Reporting\s+Standards?\b(?!\s[0-9])"
    r"|\bIAS\s34\b|\bInternational\s+Accounting\s+Standards?\b(?!\s(?:[124-9]|3[0-35-9]|Board))"
    r"|\binternational\s+accounting\s+standards\b)"
    r"|(?P<us>\bUS\s?GAAP\b|\bU\.\s?S\.\s?GAAP\b|\baccounting\s+principles\s+generally\s+accepted\s+in\s+the\s+U"
    r"|\bgenerally\s+accepted\s+accounting\s+principles\s+(?:in|of)\s+the\s+U"
    r"|\bUnited\s+States\s+(?:generally\s+accepted|GAAP))"
    r"|(?P<bare>\bGAAP\b|\bgenerally\s+accepted\s+accounting\s+principles\b)"
)
_BASIS = pattern(
    r"\b(?:(?:in|under)\s+(?:accordance|conformity|compliance)\s+with|complies\s+with|comply\s+with"
    r"|compliant\s+with|prepared\s+(?:under|using|on\s+the\s+basis\s+of|based\s+on)"
    r"|(?:reports?|reported|presented|stated)\s+(?:its\s+|their\s+|our\s+)?(?:\w+\s+){0,3}?under"
    r"|based\s+on|on\s+the\s+basis\s+of|basis\s+of\s+(?:preparation|presentation)|pursuant\s+to|adopted)\b",
    re.IGNORECASE,
)
_OTHERWISE = pattern(
    r"\b(?:not|nor|no|differ(?:s|ent|ently|ences?)?|reconcil\w+|unlike|rather|instead|would|had|non"
    r"|alternative|investees?|acquirees?|predecessor|formerly|previously|until|convergence|parent)\b"
    r"|\bother\s+than\b",
    re.IGNORECASE,
)
"""Words under which a sentence names standards that the document's own statements do not follow."""

_SENTENCE = pattern(r"(?<![A-Z])[.;!?]\s|\n\s*\n")
_HEADED = pattern(r"[(\[<]\s*(?:under\s+)?\Z")
_BEYOND = pattern(r"\bnon-?\s?(?P<ifrs>IFRS\b)|\bnon-?\s?(?P<gaap>GAAP\b)", re.IGNORECASE)
_DOMESTIC = frozenset({"10-Q", "10-K", "8-K", "8-K/A"})
"""Forms of domestic registrants, whose statements follow US GAAP."""

_INTERNATIONAL = pattern(r"nternational\s+(?:Financial|[Aa]ccounting)")

_NAMED_BY = {
    "IFRS": (0, 10),
    "IAS": (0, 10),
    "nternational": (1, 100),
    "GAAP": (60, 10),
    "accepted": (100, 100),
}
"""The words of which every name of standards has one, and how far around it the name reaches."""

_MAKES_BASIS = ("with", "under", "using", "bas", "pursuant", "adopted")
"""Without one of which words say nothing of a basis."""

_OWN = 3
"""So many non-IFRS measures, and none that is non-GAAP, tell the basis that nothing else does."""


def standards(text: str, kind: DocumentKind) -> Standards:
    """The standards that the document says its statements follow; empty where it says none.

    A mention is none: a sentence counts that says by what statements are prepared, and whichever
    standards more of them name. One that says what they are not, or what they are reconciled to,
    speaks of others.
    """
    is_foreign = "IFRS" in text or "IAS" in text or _INTERNATIONAL.search(text) is not None
    if kind in _DOMESTIC and not is_foreign:
        return "us-gaap"
    said: Counter[str] = Counter()
    defined = False
    before, ended = "", 0
    for found in _names(text):
        name, is_after = found.lastgroup or "", before
        opened = text[ended : found.start()].strip() if is_after == "ifrs" else ""
        before, ended = name, found.end()
        is_closed = name == "ifrs" and text[ended : ended + 1] in (")", "]", ">")
        words = text[max(0, found.start() - _SPAN) : found.start()]
        if not is_closed and not any(word in words.lower() for word in _MAKES_BASIS):
            continue
        sentence = _SENTENCE.split(words)[-1]
        if _OTHERWISE.search(sentence):
            continue
        if is_closed and opened not in ("(", "[", "<") and _HEADED.search(sentence):
            said["headed"] += 1
        basis = [one.end() for one in _BASIS.finditer(sentence)]
        if basis and name == "us" and not is_foreign:
            return "us-gaap"
        if basis:
            said[name] += 1
            defined |= name == "ifrs" and "GAAP" in sentence[basis[-1] :]
    if said["ifrs"] > said["us"] and (defined or said["ifrs"] >= said["bare"]):
        return "ifrs"
    if said["us"] or kind in _DOMESTIC:
        return "us-gaap"
    if said["bare"] or not (said["headed"] or "ifrs" in text.lower()):
        return ""
    beyond = Counter(one.lastgroup for one in _BEYOND.finditer(text))
    is_told = said["headed"] or beyond["ifrs"] >= _OWN
    return "ifrs" if is_told and not beyond["gaap"] else ""


def _names(text: str) -> Iterator[re.Match[str]]:
    """Every name of standards in a text, looked for only around the words that names are made of.

    A name has one of these words, and a text is searched for words faster than for patterns.
    """
    around: list[tuple[int, int]] = []
    for word, (ahead, behind) in _NAMED_BY.items():
        at = text.find(word)
        while at >= 0:
            around.append((max(0, at - ahead), at + behind))
            at = text.find(word, at + 1)
    joined: list[tuple[int, int]] = []
    for start, end in sorted(around):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    for start, end in joined:
        yield from _NAME.finditer(text, start, end)
