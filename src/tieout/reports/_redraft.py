"""What changed since a draft or a release before, in the words every drawn report uses."""

from collections.abc import Iterator

from msgspec import Struct

from tieout.model.check import Ref
from tieout.model.measures import MeasureNews
from tieout.model.redraft import Pair
from tieout.model.workpaper import Workpaper
from tieout.reports._places import Places
from tieout.reports._words import counted

_NEWS = {
    "added": "is new",
    "dropped": "is no longer there",
    "redefined": "is defined in other words",
}


class Moved(Struct, frozen=True, gc=False):
    """A figure that is not as it was: old text, new text, where; one of them may be empty."""

    was: str
    now: str
    where: str
    figure: int = -1


class Redrafted:
    """The redraft of a workpaper, in words."""

    def __init__(self, workpaper: Workpaper, places: Places) -> None:
        """The words of this workpaper's redraft, which it must have."""
        assert workpaper.draft is not None
        assert workpaper.redraft is not None
        self.was, self.now = workpaper.draft, workpaper
        self.redraft = workpaper.redraft
        self._before, self._after = Places(workpaper.draft), places

    @property
    def name(self) -> str:
        """The previous draft's name."""
        return self.was.subject.document.name

    def summary(self) -> str:
        """Everything counted: "4 figures changed, 1 added, 152 ticks kept, 2 lost"."""
        redraft = self.redraft
        counts = (
            (sum(1 for _ in self.added()), "added"),
            (sum(1 for _ in self.removed()), "removed"),
        )
        words = [f"{counted(len(redraft.changed), 'figure')} changed"]
        words += [f"{count:,} {word}" for count, word in counts if count]
        words.append(f"{counted(len(redraft.kept), 'tick')} kept")
        ticks = (
            (len(redraft.renewed), "renewed"),
            (len(redraft.lost), "lost"),
            (len(redraft.gained), "gained"),
        )
        words += [f"{count:,} {word}" for count, word in ticks if count]
        return ", ".join(words)

    def findings(self) -> str:
        """The findings counted: "1 fixed, 2 new, 1 still open, 1 accepted"; empty for none."""
        redraft, settled = self.redraft, self.now.settled
        new, still_open = (
            [number for number in numbers if number not in settled]
            for numbers in (redraft.new, redraft.still_open)
        )
        accepted = len(redraft.new) + len(redraft.still_open) - len(new) - len(still_open)
        counts = (
            (len(redraft.fixed), "fixed"),
            (len(new), "new"),
            (len(still_open), "still open"),
            (accepted, "accepted"),
        )
        words = [f"{count:,} {word}" for count, word in counts if count]
        return f"findings: {', '.join(words)}" if words else ""

    def counts(self) -> str:
        """Everything counted, and the findings."""
        return "; ".join(words for words in (self.summary(), self.findings()) if words)

    def changed(self) -> Iterator[Moved]:
        """Every figure with two values."""
        for pair in self.redraft.changed:
            yield Moved(self._was(pair), self._now(pair), self._at(pair[1]), pair[1])

    def added(self) -> Iterator[Moved]:
        """Every figure that only this draft has, but for those that claim nothing."""
        for number in self.redraft.added:
            if self.now.endings[number].outcome != "excluded":
                yield Moved("", self._now((0, number)), self._at(number), number)

    def removed(self) -> Iterator[Moved]:
        """Every figure that only the previous draft has, but for those that claim nothing."""
        for number in self.redraft.removed:
            if self.was.endings[number].outcome != "excluded":
                where = _where(self._before, number)
                yield Moved(self._was((number, 0)), "", where)

    def lost(self) -> Iterator[tuple[int, str, str]]:
        """Every tick lost: the figure, its text with where it stands, and why."""
        for one in self.redraft.lost:
            text = self._after.text(Ref(0, one.now))
            yield one.now, f"{text}  {self._at(one.now)}", one.why

    def fixed(self) -> Iterator[str]:
        """Every finding of the previous draft that is none any more."""
        for number in self.redraft.fixed:
            check = self.was.checks[number]
            yield f"{check.message or check.reason} ({check.rule})"

    def _was(self, pair: Pair) -> str:
        """A figure as the previous draft prints it."""
        return self._before.printed(Ref(0, pair[0]))

    def _now(self, pair: Pair) -> str:
        """A figure as this draft prints it."""
        return self._after.printed(Ref(0, pair[1]))

    def _at(self, number: int) -> str:
        """Where a figure of this draft stands."""
        return _where(self._after, number)


def since(workpaper: Workpaper) -> str:
    """Against which release the measures were compared, and how many of them changed."""
    assert workpaper.since is not None  # the caller has looked
    name = workpaper.releases[workpaper.since.document].document.name
    return f"Since the release {name}: {counted(len(workpaper.since.measures), 'measure')} changed"


def news(one: MeasureNews) -> str:
    """What became of a measure, in a sentence."""
    said = f"{one.measure} {_NEWS[one.news]}"
    if one.news == "redefined" and not one.is_told:
        said += ", and nothing says that it has changed"
    return said


def _where(places: Places, number: int) -> str:
    """The line and what the figure is of; the words around it where that is not known."""
    ref = Ref(0, number)
    caption = places.caption(ref)
    if not caption:
        caption = places.excerpt(ref, _AROUND).quoted
    return " \u00b7 ".join(word for word in (places.line(ref), caption) if word)


_AROUND = 70
