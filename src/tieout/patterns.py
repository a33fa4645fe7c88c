"""Patterns that are compiled when they are first used: a check uses few of them."""

import re
from typing import Any, AnyStr, cast


def pattern(written: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """The pattern as `re.compile` makes it, but made when it is first asked for anything.

    What is wrong in it is raised then too, as re.error.
    """
    return cast("re.Pattern[AnyStr]", _Late(written, flags))


class _Late:
    """A pattern that becomes itself method by method: each is kept once it has been asked for."""

    def __init__(self, written: Any, flags: int) -> None:  # noqa: ANN401 - text or bytes
        self.pattern = written
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        """What the compiled pattern has under the name."""
        compiled = self.__dict__.get("_compiled")
        if compiled is None:
            compiled = self._compiled = re.compile(self.pattern, self._flags)
        kept = self.__dict__[name] = getattr(compiled, name)
        return kept
