"""Codes as typed to rules."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from tieout.errors import Misuse

if TYPE_CHECKING:
    from tieout.rules.base import Rule


def chosen(select: Iterable[str], ignore: Iterable[str]) -> "tuple[Rule, ...]":
    """The rules selected and not ignored; raises Misuse for a code that begins no rule's."""
    from tieout.rules.base import all_rules, selected

    rules = all_rules()
    wanted, unwanted = _codes(select), _codes(ignore)
    for code in (*wanted, *unwanted):
        if not any(one.code.startswith(code) or one.name == code for one in rules):
            raise Misuse(f"there is no rule {code!r}{near(code, rules)}")
    if (kept := selected(rules, wanted, unwanted)) or not (wanted or unwanted):
        return kept
    raise Misuse("no rule is left: what --select keeps, --ignore drops")


def near(code: str, rules: "Iterable[Rule]") -> str:
    """A guess at the rule that was meant, and where all are listed."""
    from difflib import get_close_matches

    names = {word: one.code for one in rules for word in (one.code, one.name)}
    close = get_close_matches(code.upper(), names, n=3, cutoff=0.6) or get_close_matches(
        code.lower(), names, n=3, cutoff=0.6
    )
    guesses = sorted({names[word] for word in close})
    guess = f": did you mean {' or '.join(guesses)}?" if guesses else ":"
    return f"{guess} 'tieout explain' lists them all"


def _codes(given: Iterable[str]) -> tuple[str, ...]:
    """The codes of options like "FT,TI", codes in capitals and names in small letters."""
    words = (word.strip() for option in given for word in option.split(","))
    return tuple(word.lower() if "-" in word else word.upper() for word in words if word)
