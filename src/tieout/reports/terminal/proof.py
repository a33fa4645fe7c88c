"""What seeding errors has shown, as a terminal shows it."""

from collections import Counter

from rich.table import Table

from tieout.model.sensitivity import Proof, Seeded, Tally
from tieout.reports._words import counted
from tieout.reports.terminal._canvas import QUIET, STYLES, Canvas, said
from tieout.reports.terminal._text import Text

_MOST_EXAMPLES = 8
_MOST_REASONS = 6
_BAR = 5
_NAMES = 17

PUBLISHED = ("FinVerBench, 2026: errors caught with no false alarm on rounded statements", 79.0)
"""The best published figure for errors of these four kinds, in percent."""


def render(proof: Proof, width: int = 80, *, colour: bool = False) -> bytes:
    """The report, UTF-8, fitted to so many columns."""
    canvas = Canvas(width, colour=colour)
    total = proof.total
    canvas.put(said(f"{proof.name}: {counted(total.errors, 'error')} seeded", "bold"))
    also = f", {total.led:,} more noticed as leads" if total.led else ""
    canvas.put(said(f"{_share(total)} caught{also}; seed {proof.seed}; {_clean(proof)}", QUIET))
    _tallies(canvas, "By place", proof.by_place)
    _tallies(canvas, "By kind of error", proof.by_kind)
    if proof.by_family:
        _tallies(canvas, "In face statements, by FinVerBench's kinds", proof.by_family)
        words, percent = PUBLISHED
        canvas.put(said(f"the best published, all kinds: {percent}% ({words})", QUIET), indent=2)
    _rules(canvas, proof)
    _missed(canvas, proof)
    _unprotected(canvas, proof)
    return canvas.bytes()


def _clean(proof: Proof) -> str:
    """What differed before any error."""
    if proof.differences == 0:
        return "nothing differs in the document as it stands"
    return f"{counted(proof.differences, 'difference')} in the document as it stands"


def _share(tally: Tally) -> str:
    """The share caught, with one decimal: "87.5%"."""
    return f"{100 * tally.caught / tally.errors:.1f}%" if tally.errors else "none"


def _tallies(canvas: Canvas, title: str, tallies: dict[str, Tally]) -> None:
    """One row a name: a bar, and what became of its errors."""
    canvas.title(title)
    table = Table(box=None, pad_edge=False, header_style=QUIET)
    table.add_column("", no_wrap=True, min_width=_NAMES)
    for heading in ("errors", "caught", ""):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("", no_wrap=True)
    for heading in ("leads", "rounds", "ticked", "missed"):
        table.add_column(heading, justify="right", no_wrap=True)
    for name, tally in tallies.items():
        table.add_row(
            said(name),
            f"{tally.errors:,}",
            f"{tally.caught:,}",
            _share(tally),
            _bar(tally),
            *(_quiet(count) for count in (tally.led, tally.noted, tally.ticked, tally.missed)),
        )
    canvas.table(table)


def _quiet(count: int) -> Text:
    """A count; a dash for none."""
    return said(f"{count:,}") if count else said("\u2013", QUIET)


def _bar(tally: Tally) -> Text:
    """How much was caught, drawn."""
    filled = _BAR * tally.caught // tally.errors if tally.errors else 0
    bar = Text("\u2588" * filled, STYLES["agrees"])
    return bar.append("\u2591" * (_BAR - filled), QUIET)


def _rules(canvas: Canvas, proof: Proof) -> None:
    """The rules that caught errors, the busiest first."""
    if not proof.by_rule:
        return
    canvas.title("By rule")
    canvas.row([said(f"{rule} {count:,}") for rule, count in proof.by_rule.items()])


def _missed(canvas: Canvas, proof: Proof) -> None:
    """The errors nothing caught, by reason, with the first of each."""
    lost = [one for one in proof.seeded if one.fate in ("missed", "ticked")]
    if not lost:
        return
    canvas.title(f"{counted(len(lost), 'error')} that nothing caught")
    for why, count in Counter(one.why for one in lost).most_common():
        line = Text(f"{count:>4,}  ", STYLES["not-tested"]).append_text(said(why))
        first = [_example(one) for one in lost if one.why == why][:_MOST_EXAMPLES]
        examples = ", ".join(first) + (", \u2026" if count > len(first) else "")
        canvas.put(line.append_text(said(f": {examples}", QUIET)), hang=6)


def _example(one: Seeded) -> str:
    """The figure and what it was made."""
    if one.text == one.altered:
        return f"{one.text} ({one.slip.kind})"
    return f"{one.text} \u2192 {one.altered}"


def _unprotected(canvas: Canvas, proof: Proof) -> None:
    """The figures in which no error could be caught, by reason."""
    count = sum(proof.unprotected.values())
    canvas.title(f"{count:,} of {proof.figures:,} figures that no check protects")
    reasons = list(proof.unprotected.items())
    for reason, number in reasons[:_MOST_REASONS]:
        line = Text(f"{number:>4,}  ", STYLES["not-tested"]).append_text(said(reason))
        canvas.put(line, hang=6)
    if rest := sum(number for _, number in reasons[_MOST_REASONS:]):
        canvas.put(said(f"{rest:>4,}  for other reasons: tieout check lists them", QUIET))
