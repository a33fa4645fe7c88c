"""A sentence as the grammar sees it: its tokens, the periods it speaks of, its setting."""

from collections.abc import Sequence

from msgspec import Struct

from tieout.claims.grammar.subject import Subject
from tieout.claims.setting import Setting
from tieout.lexicon.meant import resolve
from tieout.lexicon.spoken import SpokenPeriod
from tieout.lexicon.words import Token
from tieout.model.period import Period


class Before(Struct, frozen=True, gc=False):
    """What the sentence before spoke of, when, and compared with when."""

    subject: Subject | None
    period: Period | None
    base: Period | None


class Sentence(Struct, frozen=True):
    """A sentence's tokens with the periods it speaks of, and what holds where it stands."""

    row: Sequence[Token]
    said: list[SpokenPeriod]
    setting: Setting

    def periods(self, start: int, stop: int) -> list[SpokenPeriod]:
        """The periods spoken of in [start, stop)."""
        return [one for one in self.said if start <= one.first < stop]

    def heads(self, one: SpokenPeriod) -> bool:
        """True for a period in front of its figure: "(Q1 2019: $558 million)", "(2019 - $2)"."""
        after = self.row[one.last].kind if one.last < len(self.row) else ""
        opens = one.first > 0 and self.row[one.first - 1].kind == "open"
        return after == "colon" or (after == "dash" and opens)

    def resolve(self, one: SpokenPeriod | None, about: Period | None) -> Period | None:
        """The period meant; None where none is spoken of."""
        return resolve(one, self.setting.calendar, about) if one is not None else None

    def words(self, start: int, stop: int) -> list[Token]:
        """The tokens of [start, stop) without period phrases and the words that lead into them."""
        timed = self.periods(start, stop)
        if not timed:
            return list(self.row[start : max(start, stop)])
        dropped: set[int] = set()
        for one in timed:
            dropped.update(range(one.first, one.last))
            place = one.first - 1
            while place >= start and self.row[place].kind in ("in", "the", "of"):
                dropped.add(place)
                place -= 1
        return [self.row[n] for n in range(start, stop) if n not in dropped]
