"""Keys of lines, made from their captions: short, no two alike, the same whenever made again."""

import keyword
from collections.abc import Iterable

from tieout.compose.book import Kind
from tieout.patterns import pattern

_BRACKETS = pattern(r"\([^()]*\)")
_CLAUSE = pattern(r",|;|\bnet of\b|\bless\b|[0-9]{4,}")
_WORDS = pattern(r"[a-z0-9]+")
_POSSESSIVE = pattern(r"['\u2019]s?\b")
_SMALL = frozenset(["a", "an", "at", "by", "for", "from", "in", "on", "or", "the", "to", "with"])
_MOST_WORDS = 6
_LONGEST = 160
_BESIDE: dict[Kind, str] = {
    "balance_sheet": "balance",
    "income_statement": "income",
    "cash_flow_statement": "cash_flow",
    "equity_statement": "equity",
    "comprehensive_income": "comprehensive",
    "reconciliation": "reconciled",
    "segments": "segment",
    "supplemental": "supplemental",
}
# What expressions are written with.
_TAKEN = frozenset(
    [
        *(
            "true",
            "false",
            "none",
            "loop",
            "statement",
            "figure",
            "line",
            "company",
            "quarter",
            "set",
        ),
        *("fiscal_year", "period_end", "release_date", "block", "elif", "endif", "endfor"),
        *("recursive", "ignore", "missing", "without", "context", "include", "extends", "macro"),
        *("call", "filter", "self", "super", "varargs", "kwargs", "range", "dict", "lipsum"),
        *("cycler", "joiner", "namespace", "scoped", "required", "autoescape", "trans"),
    ]
)


class Keys:
    """Gives every line a key of its own."""

    def __init__(self) -> None:
        """No key given yet."""
        self._given: dict[str, int] = {}

    def key(self, caption: str, kind: Kind, over: str = "") -> str:
        """The key of a line; `over` is the heading it stands under, for captions that need one.

        Of two lines alike the first has the plain key, the other one that names its statement.
        """
        plain = named(caption) or (f"{named(over)}_total".lstrip("_") if over else "total")
        under = named(over)
        ways = [plain, f"{plain}_{_BESIDE.get(kind, kind)}"]
        if under and under != plain:
            ways.insert(1, f"{under}_{plain}")
        for way in ways:
            if way not in self._given:
                self._given[way] = 1
                return way
        base = ways[-1]
        while True:
            self._given[base] += 1
            way = f"{base}_{self._given[base]}"
            if way not in self._given:
                self._given[way] = 1
                return way


def named(caption: str) -> str:
    """The caption's first words as a name; empty where it has none."""
    words = caption[:_LONGEST].casefold().replace("&", " and ").replace("%", " percent ")
    words = _POSSESSIVE.sub("", words)
    bare = _BRACKETS.sub(" ", words)
    told = _CLAUSE.split(bare, maxsplit=1)[0]
    for said in (told, bare, words):
        found = list(_chosen(_WORDS.findall(said)))
        if found:
            name = "_".join(found[:_MOST_WORDS])
            is_plain = name[0].isalpha() and not keyword.iskeyword(name) and name not in _TAKEN
            return name if is_plain else f"line_{name}"
    return ""


def _chosen(words: Iterable[str]) -> Iterable[str]:
    """The words that tell one caption from another."""
    return (word for word in words if word not in _SMALL)
