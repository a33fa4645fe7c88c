"""What changed since the previous draft, and what is new since the release before."""

from collections.abc import Iterable
from itertools import islice

from tieout.model.workpaper import Workpaper
from tieout.reports._places import Places
from tieout.reports._redraft import Moved, Redrafted, news, since
from tieout.reports._words import SIGNS
from tieout.reports.terminal._canvas import QUIET, STYLES, Canvas, said
from tieout.reports.terminal._text import Text

_MOST = 20
_BRIEFLY = 5


def draw(canvas: Canvas, workpaper: Workpaper, *, verbose: bool) -> None:
    """A block for each; none where nothing was compared."""
    most = _MOST if verbose else _BRIEFLY
    if workpaper.redraft is not None:
        _redraft(canvas, Redrafted(workpaper, Places(workpaper)), most)
    if workpaper.since is not None and workpaper.since.measures:
        _since(canvas, workpaper, most)


def _redraft(canvas: Canvas, redrafted: Redrafted, most: int) -> None:
    """The counts, then figures, ticks and findings, a line each."""
    canvas.title(f"Since the draft {redrafted.name}")
    canvas.put(said(redrafted.summary()))
    if found := redrafted.findings():
        canvas.put(said(found))
    for sign, moves in (
        ("\u2192", redrafted.changed()),
        ("+", redrafted.added()),
        ("\u2212", redrafted.removed()),
    ):
        _listed(canvas, (_moved(sign, move) for move in moves), most)
    lost = ((text, why) for _, text, why in redrafted.lost())
    _listed(canvas, (_said("tick lost: ", f"{text}: {why}", "yellow") for text, why in lost), most)
    fixed = redrafted.fixed()
    sign = f"{SIGNS['agrees']} fixed: "
    _listed(canvas, (_said(sign, words, STYLES["agrees"]) for words in fixed), most)


def _listed(canvas: Canvas, lines: Iterable[Text], most: int) -> None:
    """The first lines, and how many more there are."""
    held = iter(lines)
    for line in islice(held, most):
        canvas.put(line, hang=2)
    canvas.more(sum(1 for _ in held))


def _moved(sign: str, move: Moved) -> Text:
    """A figure's old and new text, and where it stands."""
    texts = " \u2192 ".join(text for text in (move.was, move.now) if text)
    line = said(texts if sign == "\u2192" else f"{sign} {texts}", "bold")
    return line.append_text(said(f"  {move.where}", QUIET))


def _said(lead: str, words: str, style: str) -> Text:
    """Words behind what they are."""
    return Text(lead, style).append_text(said(words))


def _since(canvas: Canvas, workpaper: Workpaper, most: int) -> None:
    """Measures added, dropped and defined in other words."""
    assert workpaper.since is not None  # the caller has looked
    measures = workpaper.since.measures
    canvas.title(since(workpaper))
    for one in measures[:most]:
        canvas.put(said(news(one)), hang=2)
        if one.news == "redefined":
            canvas.put(said(f"was: {one.was}", QUIET), indent=2, hang=5)
            canvas.put(said(f"now: {one.now}", QUIET), indent=2, hang=5)
    canvas.more(len(measures) - most)
