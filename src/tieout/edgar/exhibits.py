"""The documents of a filing: its earnings release cut out of the submission, its header kept."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from tieout.edgar.names import WHOLE, Named
from tieout.engine import read
from tieout.errors import Misuse, Unreadable
from tieout.limits import admit
from tieout.patterns import pattern
from tieout.readers.submission.scan import Part, parts

_EXHIBIT = pattern(r"EX-99(?:\.|\Z)")
_CLOSE = b"</SEC-DOCUMENT>\n"


class Cut(Struct, frozen=True):
    """Documents of a filing as a document: what it is called, its bytes, and what was not taken."""

    name: str
    raw: bytes
    type: str = ""
    others: tuple[str, ...] = ()


def whole(accession: str, raw: bytes) -> Cut:
    """The form and every exhibit 99, as tieout reads a submission; nothing else of it."""
    found = list(parts(raw))
    wanted = [one for one in found if one.is_readable and _EXHIBIT.match(one.type)]
    form = next((one for one in found if one.is_readable and not one.is_exhibit), None)
    kept = [one for one in found if one is form or one in wanted]
    if not kept:
        raise Unreadable(f"filing {accession} holds no form and no exhibit 99 in text or HTML")
    return Cut(f"{accession}.txt", _cut(raw, found, kept))


def part(named: Named, raw: bytes) -> Cut:
    """The part of a filing that was asked for, else its earnings release; raises Misuse.

    The release is the only exhibit 99, or else the one that reads as an earnings release; where
    there is no exhibit, the form itself.
    """
    if named.part == WHOLE.upper():
        return whole(named.accession, raw)
    found = list(parts(raw))
    legible = [one for one in found if one.is_readable]
    wanted = [one for one in legible if one.type == named.part or _EXHIBIT.match(one.type)]
    if named.part:
        wanted = [one for one in legible if one.type == named.part]
        if not wanted:
            held = ", ".join(dict.fromkeys(one.type for one in legible)) or "nothing to be read"
            raise Misuse(f"filing {named.accession} has no {named.part}: it holds {held}")
    if not wanted:
        wanted = [one for one in legible if not one.is_exhibit][:1]
    if not wanted:
        raise Unreadable(f"filing {named.accession} holds no form and no exhibit 99 to be read")
    cuts = [_named(named.accession, raw, found, one) for one in wanted]
    chosen = cuts[0] if len(cuts) == 1 else max(cuts, key=_likeness)
    others = tuple(one.type for one in cuts if one is not chosen)
    return Cut(chosen.name, chosen.raw, chosen.type, others)


def _named(accession: str, raw: bytes, found: Sequence[Part], one: Part) -> Cut:
    """One document, called by its number and type."""
    return Cut(f"{accession}-{_plain(one.type)}.txt", _cut(raw, found, [one]), one.type)


def _plain(kind: str) -> str:
    """A type as part of a file's name."""
    return "".join(sign if sign.isalnum() or sign in ".-" else "-" for sign in kind.lower())


def _cut(raw: bytes, found: Sequence[Part], kept: Sequence[Part]) -> bytes:
    """The header, and the documents kept, byte for byte."""
    stops = [*(one.opened for one in found), len(raw)]
    ends = dict(pairwise(stops))
    bodies = [raw[one.opened : ends[one.opened]] for one in kept]
    whole = b"".join([raw[: found[0].opened], *bodies])
    return whole if b"</SEC-DOCUMENT>" in whole[-64:] else whole.rstrip(b"\n") + b"\n" + _CLOSE


def _likeness(one: Cut) -> tuple[bool, bool, int]:
    """How like an earnings release a document is; the most figures of statements decide."""
    admit(one.name, len(one.raw))
    try:
        release = read(one.name, one.raw)
    except Unreadable:
        return False, False, -1
    return release.kind == "release", release.calendar is not None, len(release.facts)
