"""Words that say on what basis the figures that follow them are told."""

import re

from tieout.lexicon.qualifiers import RESTATED, says
from tieout.patterns import pattern

_BASIS = pattern(
    r"\b(?:unless|otherwise|basis|comments|remarks|discussion|discuss(?:ed|ing)?|results|measures|"
    r"turning)\b",
    re.IGNORECASE,
)


def sets_a_basis(sentence: str) -> bool:
    """True where a sentence says that what follows is adjusted: "unless otherwise noted, …"."""
    return says(sentence, RESTATED) and _BASIS.search(sentence) is not None
