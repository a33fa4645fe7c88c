"""Visible text being written, with the stretch that every piece takes."""


class Written:
    """The visible text so far; what is written last stands last."""

    def __init__(self) -> None:
        """No text."""
        self._pieces: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        """Everything written."""
        return "".join(self._pieces)

    @property
    def length(self) -> int:
        """Where the next piece will begin."""
        return self._length

    def write(self, words: str) -> tuple[int, int]:
        """Words written, and the stretch [start, end) they take."""
        start = self._length
        self._pieces.append(words)
        self._length += len(words)
        return start, self._length
