"""Files that are looked at again and again: which of them were saved, and are whole by now."""

import os
from collections.abc import Iterable
from typing import TypeAlias

BEAT = 0.2
"""Seconds between two looks. Files are looked at, since no system's own notices come from a drive
of the network, and a few dozen files cost nothing: docs/decisions/0033."""

_BEATS_GONE = 10
"""A file that an editor puts a new one in place of is gone for a moment."""

_Stamp: TypeAlias = tuple[int, int, int, int] | None


class Watched:
    """Files by name, as they stood when they were last looked at."""

    def __init__(self, paths: Iterable[str] = ()) -> None:
        """These files, as they stand."""
        self._known: dict[str, _Stamp] = {}
        self._seen: dict[str, tuple[_Stamp, int]] = {}
        self.known(paths)

    def saved(self, paths: Iterable[str] | None = None) -> list[str]:
        """The files that are other ones than they were, or are gone, and stay so from look to look.

        Asked of other paths than before, those not known yet are among them.
        """
        wanted = list(self._known if paths is None else dict.fromkeys(paths))
        found = [path for path in wanted if self._is_other(path)]
        for path in self._known.keys() - set(wanted):
            del self._known[path]
            self._seen.pop(path, None)
        return found

    def known(self, paths: Iterable[str]) -> None:
        """These are the files, and as they stand now they are known."""
        self._known = {path: _stamp(path) for path in paths}
        self._seen.clear()

    def _is_other(self, path: str) -> bool:
        """True once for a file that changed and has been left alone since the last look."""
        now = _stamp(path)
        if path in self._known and now == self._known[path]:
            self._seen.pop(path, None)
            return False
        before, beats = self._seen.get(path, (None, -1))
        beats = beats + 1 if beats >= 0 and before == now else 0
        self._seen[path] = now, beats
        if beats < (1 if now is not None else _BEATS_GONE):
            return False
        self._known[path] = now
        del self._seen[path]
        return True


def _stamp(path: str) -> _Stamp:
    """When a file was written and changed, be it who may read it, its size, and which one it is."""
    try:
        of = os.stat(path)  # noqa: PTH116 - a few dozen files, five times a second
    except (OSError, ValueError):
        return None
    return of.st_mtime_ns, of.st_ctime_ns, of.st_size, of.st_ino
