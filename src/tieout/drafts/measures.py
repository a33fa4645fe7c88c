"""What became of a release's non-GAAP measures since the one before: added, dropped, redefined."""

import re
from collections.abc import Iterator, Sequence

from tieout.lexicon.canonical import normal
from tieout.lexicon.markup import clean
from tieout.lexicon.qualifiers import spelled
from tieout.lexicon.words import sentences, tokens
from tieout.model.measures import MeasureNews, News, Since
from tieout.model.relation import in_time, role
from tieout.model.workpaper import Release
from tieout.patterns import pattern

_UP_TO = r"[ \u00a0](?:\w+[ \u00a0]){0,3}?"
_NAME = pattern(
    rf"(?:{spelled('adjusted', 'core', 'organic', 'normalized')}){_UP_TO}(?:net income|net earnings"
    r"|operating income|operating profit|operating margin|gross profit|gross margin|ebitdax?|ebit"
    r"|earnings per share|eps|free cash flow|net loss|income|earnings|revenue|sales|margin)\b"
    rf"|\b(?:{spelled('ebitda')})\b(?! margin)|\b(?:{spelled('free-cash-flow')})\b"
    rf"|\b(?:{spelled('non-gaap')}){_UP_TO}(?:income|earnings|profit|margin|loss|expenses?|eps"
    r"|share|tax rate)\b",
    re.IGNORECASE,
)
"""A measure as it is called: a caption begins with it, a definition defines it."""
_DEFINES = pattern(
    r"\b(?:we|the company|management|it) (?:also )?(?:defines?|calculates?) (?P<after>.{0,80})"
    r"|(?P<before>.{0,80}?),? (?:is|are) (?:defined|calculated) (?:as|by)\b",
    re.IGNORECASE,
)
_SAYS_CHANGED = pattern(
    r"\b(?:revised|changed|updated|modified|conform\w{0,6}|recast|no longer|beginning (?:in|with)"
    r"|effective with|renamed|prior[- ]periods? (?:amounts?|presentation)) ?",
    re.IGNORECASE,
)
_LONGEST = 2_000
_NOTHING = frozenset(
    [
        *("the", "a", "an", "and", "or", "of", "as", "by", "to", "in", "for", "on", "with", "that"),
        *("is", "are", "our", "we", "its", "it", "this", "these", "which", "any", "non", "gaap"),
        *("certain", "other", "including"),
    ]
)
"""Words of a definition that tell little of what is defined."""


def since(releases: Sequence[Release]) -> Since | None:
    """The subject's measures beside those of the latest release before it; None without one."""
    subject = releases[0]
    earlier = [
        (in_time(release), number)
        for number, release in enumerate(releases)
        if number and _is_before(subject, release)
    ]
    if not earlier:
        return None
    number = max(earlier)[1]
    return Since(number, tuple(_news(releases[number], subject)))


def _is_before(subject: Release, other: Release) -> bool:
    """True for a release of results, of an earlier quarter."""
    is_release = other.announcement is not None and other.calendar is not None
    return is_release and bool(other.statements) and role(subject, other) == "prior"


def _news(was: Release, now: Release) -> Iterator[MeasureNews]:
    """Measures with a caption of their own in one release, named nowhere in the other."""
    before, after = _captions(was), _captions(now)
    sides: tuple[tuple[News, dict[str, str], Release], ...] = (
        ("added", after, was),
        ("dropped", before, now),
    )
    for news, captions, other in sides:
        said = f" {normal(other.document.text)} "
        for name, caption in captions.items():
            if f" {name} " not in said:
                texts = ("", caption) if news == "added" else (caption, "")
                yield MeasureNews(caption, news, *texts)
    old, new = _definitions(was), _definitions(now)
    for name, sentence in new.items():
        if name in old and _is_otherwise(old[name], sentence):
            is_told = _says_changed(now, name)
            match = _NAME.search(sentence)
            called = match[0] if match and normal(match[0]) == name else name
            yield MeasureNews(called, "redefined", old[name], sentence, is_told)


def _captions(release: Release) -> dict[str, str]:
    """Measures that a table shows in a line of figures, by name."""
    found: dict[str, str] = {}
    for table in release.tables:
        for row in table.rows:
            match = _NAME.match(row.caption) if not row.is_heading else None
            if match is not None:
                found.setdefault(normal(match[0]), clean(match[0]))
    return found


def _definitions(release: Release) -> dict[str, str]:
    """The sentence that defines each measure, by name; the first one."""
    found: dict[str, str] = {}
    document = release.document
    for passage in document.passages:
        if not _NAME.search(document.text, passage.start, passage.end):
            continue
        for sentence in sentences(tokens(document, passage.start, passage.end)):
            start, end = sentence[0].start, sentence[-1].end
            words = clean(document.text[start : min(end, start + _LONGEST)])
            match = _DEFINES.search(words)
            if match is None:
                continue
            named = _NAME.match(match["after"].lstrip(" \"'\u201c")) if match["after"] else None
            if named is None and match["before"]:
                named = next(iter(list(_NAME.finditer(match["before"]))[-1:]), None)
            if named is not None:
                found.setdefault(normal(named[0]), words)
    return found


def _is_otherwise(was: str, now: str) -> bool:
    """True where one definition has words that the other has not, beyond those that tell little."""
    one, two = (
        {word for word in normal(words).split() if word.isalpha()} - _NOTHING
        for words in (was, now)
    )
    return one != two


def _says_changed(release: Release, name: str) -> bool:
    """True where a passage names the measure and says that something has changed."""
    document = release.document
    for passage in document.passages:
        words = document.text[passage.start : passage.end]
        if _SAYS_CHANGED.search(words) and f" {name} " in f" {normal(words)} ":
            return True
    return False
