"""What became of a release's previous draft: figures, ticks and findings, by number."""

from typing import TypeAlias

from msgspec import Struct

Pair: TypeAlias = tuple[int, int]
"""One figure of a release in two drafts: its number in the previous one, and in this one."""


class LostTick(Struct, frozen=True, gc=False):
    """A figure that ticked in the previous draft and does not now, and why."""

    was: int
    now: int
    why: str


class Redraft(Struct, frozen=True, gc=False):
    """What changed from a release's previous draft to this one.

    Every figure of this draft is in one of `unchanged`, `changed` and `added`, every figure of
    the previous one in one of `unchanged`, `changed` and `removed`; a figure printed in another
    way with the same value is unchanged. Of figures that stand in both drafts, `kept` tick as
    they did, on figures none of which has changed, `renewed` tick again on some that have, and
    `lost` and `gained` tick in one of the drafts only. `fixed` are findings of the previous
    draft by their number in its workpaper; `new` and `still_open` are findings of this one.
    """

    unchanged: tuple[Pair, ...]
    changed: tuple[Pair, ...]
    added: tuple[int, ...]
    removed: tuple[int, ...]
    kept: tuple[int, ...]
    renewed: tuple[int, ...]
    lost: tuple[LostTick, ...]
    gained: tuple[int, ...]
    fixed: tuple[int, ...]
    new: tuple[int, ...]
    still_open: tuple[int, ...]
