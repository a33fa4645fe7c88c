"""Differences and figures as people name them: a rule's code, a figure's text, which of several."""

from collections.abc import Sequence

from msgspec import Struct

from tieout.accepted.standing import Candidate, Standings
from tieout.errors import Misuse
from tieout.harmless import on_a_line
from tieout.lexicon.shapes import CURRENCY_SIGNS
from tieout.patterns import pattern

_NUMBERED = pattern(r"([kf])([0-9]{1,9})\Z")
_RULE = pattern(r"([A-Za-z]{2}[0-9]{3})(?:[ :]((?s:.*)))?\Z")
_MOST_LISTED = 8
_LONGEST = 100
_ENDED = {"agrees": "agrees", "rounds": "agrees when rounded", "differs": "differs"}


class Named(Struct, frozen=True, gc=False):
    """What is typed: "RX006:104#2" is the second 104 that RX006 finds to differ."""

    rule: str
    text: str
    which: int = 0


def named(typed: str) -> Named:
    """What is typed for a difference or a figure, which any of its parts may name."""
    words, sign, number = " ".join(typed.split()).rpartition("#")
    is_counted = bool(sign) and number.isascii() and number.isdigit() and len(number) < 10
    if not is_counted:
        words = f"{words}{sign}{number}"
    which = int(number) if is_counted else 0
    rule = _RULE.match(words.strip())
    if rule is None:
        return Named("", words.strip(), which)
    return Named(rule[1].upper(), (rule[2] or "").strip(" :"), which)


def is_called(entry_rule: str, reported: str, name: Named) -> bool:
    """True where the rule and the text are those named, as far as they are named."""
    is_text = not name.text or _bare(name.text) == _bare(reported)
    return is_text and name.rule in ("", entry_rule)


def _bare(text: str) -> str:
    """A figure's text without what stands around the number: brackets, signs of currencies."""
    return text.strip(f" (){CURRENCY_SIGNS}")


def differences_named(standings: Standings, typed: str) -> tuple[Candidate, ...]:
    """The differences, proven or only led to, of the one figure named; raises Misuse."""
    told = standings.differences
    numbered = _NUMBERED.match(typed)
    if numbered and numbered[1] == "k":
        found = [one for one in told if int(numbered[2]) in one.checks]
    else:
        name = named(typed)
        found = [one for one in told if is_called(one.entry.rule, one.entry.reported, name)]
        found = _only(found, name, "difference", typed)
    if found:
        return tuple(found)
    if not told:
        raise Misuse("nothing differs in the document, so there is nothing to accept")
    raise Misuse(f"no difference and no lead is {_said(typed)}: there is {_listed(told)}")


def figure_named(standings: Standings, typed: str) -> Candidate:
    """The figure named, which nothing tested; raises Misuse."""
    endings = standings.workpaper.endings
    numbered = _NUMBERED.match(typed)
    if numbered and numbered[1] == "f":
        found = [one for one in standings.figures if one.ref.figure == int(numbered[2])]
    else:
        name = named(typed)
        found = [one for one in standings.figures if is_called("", one.entry.reported, name)]
        open_ones = [one for one in found if endings[one.ref.figure].outcome == "not-tested"]
        found = _only(open_ones, name, "figure", typed) if open_ones else found
    if not found:
        raise Misuse(f"no figure of the document is {_said(typed)}: give it as it is printed")
    ending = endings[found[0].ref.figure]
    if ending.outcome != "not-tested":
        how = _ENDED.get(ending.outcome, "states nothing")
        raise Misuse(f"{_said(typed)} {how}: only a figure that nothing tested is ticked by hand")
    return found[0]


def _only(found: Sequence[Candidate], name: Named, what: str, typed: str) -> list[Candidate]:
    """Those of the one figure meant; raises Misuse where several may be."""
    refs = list(dict.fromkeys(one.ref for one in found))
    if name.which:
        if name.which > len(refs):
            many = f"there are only {len(refs):,}" if refs else "there is none"
            raise Misuse(f"no {what} is {_said(typed)}: {many}")
        refs = refs[name.which - 1 : name.which]
    if len(refs) > 1:
        firsts = [next(one for one in found if one.ref == ref) for ref in refs]
        raise Misuse(f"{_said(typed)} may be one of {len(refs):,}: {_listed(firsts)}")
    return [one for one in found if one.ref in refs]


def _listed(found: Sequence[Candidate]) -> str:
    """What may be typed for each of the first of them, with the words each stands in."""
    seen: dict[tuple[str, str], int] = {}
    names = []
    for one in found[:_MOST_LISTED]:
        key = one.entry.rule, one.entry.reported
        seen[key] = seen.get(key, 0) + 1
        is_alone = sum((o.entry.rule, o.entry.reported) == key for o in found) == 1
        name = ":".join(part for part in key if part) + ("" if is_alone else f"#{seen[key]}")
        names.append(f'"{name}" ({one.entry.words})' if one.entry.words else f'"{name}"')
    more = [f"and {len(found) - _MOST_LISTED:,} more"] if len(found) > _MOST_LISTED else []
    return ", ".join([*names, *more])


def _said(typed: str) -> str:
    """What was typed, not too long."""
    words = on_a_line(typed)
    return repr(words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}\u2026")
