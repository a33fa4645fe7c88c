"""The format of a report: the one asked for, or the one that the name of its file says."""

from collections.abc import Sequence
from pathlib import PurePath

from tieout.errors import Misuse

_SUFFIXES = {
    "html": ("html", "htm"),
    "summary": ("md",),
    "terminal": ("txt",),
    "text": ("txt",),
    "excel": ("xlsx",),
    "xbrl-json": ("json",),
}
"""The suffixes of formats that are not called by them; of several formats the first is meant."""


def form_of(form: str | None, output: str | None, formats: Sequence[str]) -> str:
    """The format to write; raises Misuse where the file's name says none, or says another one."""
    if output is None or output == "-":
        return form or "terminal"
    suffix = PurePath(output).suffix.lower().lstrip(".")
    named = [one for one in formats if suffix in _suffixes(one)]
    if form is not None:
        if named and form not in named:
            raise Misuse(
                f"{output} is named as {named[0]} is, and --format asks for {form}: "
                "change the name, or leave --format out"
            )
        return form
    if not named:
        suffixes = dict.fromkeys(f".{end}" for one in formats for end in _suffixes(one))
        raise Misuse(
            f"{output} does not say which format to write: "
            f"end its name in one of {', '.join(suffixes)}, or choose with --format"
        )
    return named[0]


def _suffixes(form: str) -> tuple[str, ...]:
    """The suffixes of a format's files."""
    return _SUFFIXES.get(form, (form,))
