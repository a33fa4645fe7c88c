"""Where a key of a TOML file stands, for sentences that say what to mend."""

from tieout.patterns import pattern

_HEADER = pattern(r"\s*+(\[\[?)\s*+([^\]\s][^\]]*)\]")
_KEY = pattern(r"\s*([A-Za-z0-9_-]+|\"[^\"\n]*\"|'[^'\n]*')\s*=")
_WORDS_OR_COMMENT = pattern(
    r"\"{3}(?:[^\"\\]|\\(?s:.)|\"{1,2}(?!\"))*(?:\"{3})?|'{3}(?:[^']|'{1,2}(?!'))*(?:'{3})?"
    r"|\"(?:[^\"\\\n]|\\.)*\"?|'[^'\n]*'?|#[^\n]*"
)
_FENCES = ("'''", '"""')


def lines_of_keys(text: str) -> dict[str, int]:
    """The line of every table and key by its path: "statement.0.kind"; the first is line 1."""
    found: dict[str, int] = {}
    counts: dict[str, int] = {}
    prefix = fence = ""
    for number, line in enumerate(text.split("\n"), 1):
        if fence:
            fence = "" if fence in line else fence
            continue
        header = _HEADER.match(line)
        if header is not None:
            prefix = _path(header[2].rstrip(), counts, is_array=header[1] == "[[")
            found.setdefault(prefix, number)
            continue
        key = _KEY.match(line)
        if key is not None:
            name = key[1].strip("\"'")
            found.setdefault(f"{prefix}.{name}" if prefix else name, number)
        fence = next((mark for mark in _FENCES if line.count(mark) % 2), "")
    return found


def comments(text: str) -> list[tuple[int, str]]:
    """The comments of a TOML file, each with its line; what words in quotes hold is none."""
    return [
        (text.count("\n", 0, found.start()) + 1, found[0])
        for found in _WORDS_OR_COMMENT.finditer(text)
        if found[0].startswith("#")
    ]


def _path(header: str, counts: dict[str, int], *, is_array: bool) -> str:
    """The path that a header opens; each table of an array has its number."""
    parts = [part.strip().strip("\"'") for part in header.split(".")]
    path = ""
    for place, part in enumerate(parts):
        path = f"{path}.{part}" if path else part
        if is_array and place == len(parts) - 1:
            counts[path] = counts.get(path, -1) + 1
        if path in counts:
            path = f"{path}.{counts[path]}"
    return path


def nearest(lines: dict[str, int], path: str) -> int:
    """The line of a path, or of what holds it; 1 where neither is found."""
    while path:
        if path in lines:
            return lines[path]
        path = path.rpartition(".")[0]
    return 1
