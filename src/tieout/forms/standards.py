"""Which accounting standards a document's statements follow, by what it says of their basis."""

import re
from collections import Counter

from tieout.model.workpaper import DocumentKind, Standards

_SPAN = 220
"""So far before the standards' name the words stand that make it the basis of statements."""

_NAME = re.compile(
    r"(?P<ifrs>\bIFRSs?\b(?!\s?[0-9])|\bInternational\s+Financial\s+Reporting\s+Standards?\b(?!\s[0-9])"
    r"|\bIAS\s34\b|\bInternational\s+Accounting\s+Standards?\b(?!\s(?:[124-9]|3[0-35-9]|Board))"
    r"|\binternational\s+accounting\s+standards\b)"
    r"|(?P<us>\bUS\s?GAAP\b|\bU\.\s?S\.\s?GAAP\b|\baccounting\s+principles\s+generally\s+accepted\s+in\s+the\s+U"
    r"|\bgenerally\s+accepted\s+accounting\s+principles\s+(?:in|of)\s+the\s+U"
    r"|\bUnited\s+States\s+(?:generally\s+accepted|GAAP))"
    r"|(?P<bare>\bGAAP\b|\bgenerally\s+accepted\s+accounting\s+principles\b)"
)
_BASIS = re.compile(
    r"\b(?:(?:in|under)\s+(?:accordance|conformity|compliance)\s+with|complies\s+with|comply\s+with"
    r"|compliant\s+with|prepared\s+(?:under|using|on\s+the\s+basis\s+of|based\s+on)"
    r"|(?:reports?|reported|presented|stated)\s+(?:its\s+|their\s+|our\s+)?(?:\w+\s+){0,3}?under"
    r"|based\s+on|on\s+the\s+basis\s+of|basis\s+of\s+(?:preparation|presentation)|pursuant\s+to|adopted)\b",
    re.IGNORECASE,
)
_OTHERWISE = re.compile(
    r"\b(?:not|nor|no|differ(?:s|ent|ently|ences?)?|reconcil\w+|unlike|rather|instead|would|had|non"
    r"|alternative|investees?|acquirees?|predecessor|formerly|previously|until|convergence|parent)\b"
    r"|\bother\s+than\b",
    re.IGNORECASE,
)
"""Words under which a sentence names standards that the document's own statements do not follow."""

_SENTENCE = re.compile(r"(?<![A-Z])[.;!?]\s|\n\s*\n")
_HEADED = re.compile(r"[(\[<]\s*(?:under\s+)?\Z")
_BEYOND = re.compile(r"\bnon-?\s?(?P<ifrs>IFRS\b)|\bnon-?\s?(?P<gaap>GAAP\b)", re.IGNORECASE)
_DOMESTIC = frozenset({"10-Q", "10-K", "8-K", "8-K/A"})
"""Forms of domestic registrants, whose statements follow US GAAP."""

_WORDS = ("IFRS", "IAS", "nternational Financial", "nternational Accounting", "nternational acc")
"""Without one of which a text names no international standards."""

_OWN = 3
"""So many non-IFRS measures, and none that is non-GAAP, tell the basis that nothing else does."""


def standards(text: str, kind: DocumentKind) -> Standards:
    """The standards that the document says its statements follow; empty where it says none.

    A mention is none: a sentence counts that says by what statements are prepared, and whichever
    standards more of them name. One that says what they are not, or what they are reconciled to,
    speaks of others.
    """
    if kind in _DOMESTIC and not any(word in text for word in _WORDS):
        return "us-gaap"
    said: Counter[str] = Counter()
    defined = False
    before, ended = "", 0
    for found in _NAME.finditer(text):
        start = max(0, found.start() - _SPAN)
        sentence = _SENTENCE.split(text[start : found.start()])[-1]
        name = found.lastgroup or ""
        defines = before == "ifrs" and text[ended : found.start()].strip() in ("(", "[", "<")
        is_closed = text[found.end() : found.end() + 1] in (")", "]", ">")
        is_own = not (defines or _OTHERWISE.search(sentence))
        if name == "ifrs" and is_closed and is_own and _HEADED.search(sentence):
            said["headed"] += 1
        basis = [one.end() for one in _BASIS.finditer(sentence)]
        if basis and not _OTHERWISE.search(sentence):
            said[name] += 1
            defined |= name == "ifrs" and "GAAP" in sentence[basis[-1] :]
        before, ended = name, found.end()
    if said["ifrs"] > said["us"] and (defined or said["ifrs"] >= said["bare"]):
        return "ifrs"
    if said["us"] or kind in _DOMESTIC:
        return "us-gaap"
    beyond = Counter(one.lastgroup for one in _BEYOND.finditer(text))
    is_told = said["headed"] or beyond["ifrs"] >= _OWN
    return "ifrs" if is_told and not said["bare"] and not beyond["gaap"] else ""
