"""Whether a text is words, or only codes: of its fonts' shapes, or of a page's markup."""

from tieout.patterns import pattern

CODED = (
    "its letters are codes of shapes that only its own fonts know, so there are no words to read: "
    "ask for a copy whose text can be searched and copied"
)
MARKED_UP = (
    "its text is the source of a web page, with the tags as words: "
    "give the page itself, as the website or EDGAR has it"
)

_SAMPLE = 200_000
_FEWEST_LETTERS = 500
_FEWEST_TAGS = 50
# How converters write a shape that its font gives no character for.
# A converter may also leave the code itself, in a range that is nobody's, or the mark of a loss.
# The first character is told apart after it is found: a set is searched for fastest.
_SHAPE = pattern(
    r"[(/g\ue000-\uf8ff\ufffd](?:(?<=\()cid:[0-9]{1,6}\)|(?<=/)[gGcC][0-9A-Fa-f]{1,5}>?"
    r"|(?<=g)lyph<c[0-9A-Fa-f]{1,5}>?|(?<![(/g]))"
)
_TAG = pattern(
    r"<[/!]?[A-Za-z][A-Za-z0-9:]{0,30}(?:\s[^<>]{0,2000})?/?>"
    r"|&lt;[/!]?[A-Za-z][A-Za-z0-9:]{0,30}(?:\s[^&<>]{0,2000})?/?&gt;"
)
_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalpha())


def refusal(text: str) -> str:
    """Why a text cannot be read as words; empty where it can."""
    if is_coded(text):
        return CODED
    return MARKED_UP if is_markup(text) else ""


def is_markup(text: str) -> bool:
    """True where a third of the text is tags, as where a page's source was taken for its words."""
    sample = text[:_SAMPLE]
    if sample.count("<") + sample.count("&lt;") < _FEWEST_TAGS:
        return False
    tags = [len(tag[0]) for tag in _TAG.finditer(sample)]
    return len(tags) >= _FEWEST_TAGS and sum(tags) * 3 > len(sample)


def is_coded(text: str) -> bool:
    """True where a quarter of the text is codes of shapes, or its letters spell no language.

    Every language in Latin letters has more than one vowel in five letters; shapes numbered by
    their font do not.
    """
    words = "".join(text[:_SAMPLE].split())
    spelt = _SHAPE.sub("", words)
    letters = spelt.encode("ascii", "ignore").translate(None, _NO_LETTERS)
    vowels = len(letters) - len(letters.translate(None, b"aeiouAEIOU"))
    spells_nothing = len(letters) >= _FEWEST_LETTERS and vowels * 5 < len(letters)
    return (len(words) - len(spelt)) * 4 > len(words) or spells_nothing
