"""What seeded errors have shown, on the page: the share found, and where none would be found."""

from collections import Counter
from collections.abc import Iterator

from tieout.model.check import Ref
from tieout.model.sensitivity import Proof, Seeded, Tally
from tieout.reports._places import Places
from tieout.reports._shares import percent
from tieout.reports._words import counted
from tieout.reports.html.bar import bar
from tieout.reports.html.markup import safe

_KINDS = {
    "caught": "agrees",
    "led": "not-tested",
    "noted": "rounds",
    "ticked": "differs",
    "missed": "excluded",
}
"""What the style sheet knows each fate by."""


def section(proof: Proof | None, places: Places) -> str:
    """The panel's section; nothing where no errors were seeded."""
    if proof is None or not proof.seeded:
        return ""
    total = proof.total
    title = f"{percent(total.caught, total.errors)} of seeded errors found"
    return (
        '<details class="notes parts sensitivity" open>'
        f"<summary><h2>Sensitivity: {title}</h2></summary>"
        f"<p>{_measured(proof)}</p>"
        f"{_table(proof.by_kind, proof.by_place)}"
        f"{_unfound(proof, places)}</details>"
    )


def _measured(proof: Proof) -> str:
    """How it was measured, in a sentence or two."""
    digits = proof.by_kind.get("digit changed")
    of_digits = (
        f"Of {counted(digits.errors, 'figure')} with one digit changed, "
        f"{digits.caught:,} would be found. "
        if digits
        else ""
    )
    return (
        f"{counted(proof.total.errors, 'error')} seeded in this document, one at a time, and the "
        f"document checked again after each (seed {proof.seed}). {of_digits}"
        "An error is found where it makes a difference that was not there before; where it makes a "
        "lead, it is noticed and not proven."
    )


def _table(*groups: dict[str, Tally]) -> str:
    """A row a name: a bar of what became of its errors, and how many were found."""
    heads = ("errors", "what became of them", "found", "otherwise")
    head = "".join(f'<th scope="col">{word}</th>' for word in heads)
    bodies = "".join(
        f"<tbody>{''.join(_row(*named) for named in one.items())}</tbody>" for one in groups
    )
    return f"<table><thead><tr>{head}</tr></thead>{bodies}</table>"


def _row(name: str, tally: Tally) -> str:
    """The errors of one kind or place."""
    return (
        f'<tr><th scope="row">{safe(name)}</th><td>{bar(_fates(tally))}</td>'
        f"<td>{tally.caught:,} of {tally.errors:,}</td><td>{_otherwise(tally)}</td></tr>"
    )


def _fates(tally: Tally) -> Iterator[tuple[str, int]]:
    """What became of the errors, as the parts of a bar."""
    return ((kind, getattr(tally, fate)) for fate, kind in _KINDS.items())


def _otherwise(tally: Tally) -> str:
    """What became of those that were not found."""
    told = (
        ("noticed as a lead", tally.led),
        ("explained by rounding", tally.noted),
        ("ticked all the same", tally.ticked),
    )
    return ", ".join(f"{count:,} {words}" for words, count in told if count)


def _unfound(proof: Proof, places: Places) -> str:
    """The errors that nothing would find, under the reason why, each with its figure's place."""
    lost = [one for one in proof.seeded if one.fate in ("missed", "ticked")]
    if not lost:
        return ""
    groups = "".join(
        f"<h4>{safe(why)}: {counted(count, 'error')}</h4>"
        f"<ul>{''.join(_entry(one, places) for one in lost if one.why == why)}</ul>"
        for why, count in Counter(one.why for one in lost).most_common()
    )
    return (
        f"<details><summary><h3>{counted(len(lost), 'error')} that nothing would find</h3>"
        f"</summary>{groups}</details>"
    )


def _entry(one: Seeded, places: Places) -> str:
    """The figure, what it was made, and its caption."""
    became = f"\u2192 {one.altered}" if one.altered != one.text else f"({one.slip.kind})"
    ref = Ref(0, one.slip.figure)
    caption = places.caption(ref) or places.line(ref)
    return (
        f'<li><a href="#f{one.slip.figure}">{safe(one.text)}</a> {safe(became)} '
        f"<span>{safe(caption)}</span></li>"
    )
