"""tieout verify: a bundle's hashes computed and its check made again, and what differs."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from tieout.bundle.verifying import Opened, Verdict

EPILOG = """\b
Examples:
  tieout verify q2.tieout
  tieout verify q2.tieout --sha256 5c1f…      the hash that was written down when it was sealed
  tieout verify q2.tieout --format json

A bundle holds all that is needed: nothing of it is unpacked. Without --sha256 every file is held
to the bundle's own manifest; only the hash written down shows that it is that bundle, and no other.

\b
Exit status: 0 the same workpaper, 1 it differs or the bundle was tampered with, 2 could not run.
"""

_MOST = 20


@click.command(epilog=EPILOG)
@click.argument("bundle")
@click.option("--sha256", metavar="HEX", default="", help="The hash that was written down.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["terminal", "json"]),
    default="terminal",
    show_default=True,
    help="How to report.",
)
def command(bundle: str, sha256: str, form: str) -> int:
    """Verifies BUNDLE: that nothing of it has changed, and that its check comes out the same."""
    from tieout.bundle.verifying import NoBundle, opened, verified
    from tieout.cli._documents import contents
    from tieout.cli._rules import chosen
    from tieout.cli._streams import deliver
    from tieout.errors import Unreadable
    from tieout.readers.zipped import LARGEST

    noted = _noted(sha256)
    name, raw = contents(bundle, LARGEST, "bundle")
    try:
        read = opened(raw, noted)
        settings = read.manifest and read.manifest.settings
        rules = chosen(settings.select, settings.ignore) if settings and not read.tampering else ()
        verdict = verified(read, rules)
    except NoBundle:
        wanted = "give the file that tieout seal wrote"
        raise Unreadable(f"{name} is no bundle: {wanted}") from None
    except Unreadable as reason:
        raise Unreadable(f"{name} cannot be verified: {reason}") from None
    if form == "json":
        deliver(_json(name, read, verdict), None, form)
    else:
        words = "\n".join(_words(name, read, verdict, is_noted=bool(sha256)))
        deliver(f"{words}\n".encode("utf-8", "replace"), None)
    return int(verdict.status != "same")


def _noted(sha256: str) -> str:
    """The hash as typed, in small letters; raises Misuse for what is none."""
    from tieout.errors import Misuse

    noted = sha256.strip().lower()
    if noted and (len(noted) != 64 or set(noted) - set("0123456789abcdef")):
        raise Misuse(f"{sha256!r} is no SHA-256: that has 64 digits from 0 to f")
    return noted


def _words(name: str, read: "Opened", verdict: "Verdict", *, is_noted: bool) -> "Iterator[str]":
    """The verdict in lines."""
    from tieout.harmless import on_a_line
    from tieout.reports._words import counted

    yield on_a_line(name)
    if (about := read.manifest) is not None:
        yield on_a_line(f"prepared by {about.preparer.name} on {about.preparer.date}")
        if about.reviewer is not None:
            yield on_a_line(f"reviewed by {about.reviewer.name} on {about.reviewer.date}")
    yield ""
    if verdict.tampering:
        yield "\u2717 This is not what was sealed; nothing was checked again"
        yield from _list(verdict.tampering)
        return
    members = 0 if about is None else len(about.members)
    yield f"\u2713 {counted(members, 'file')} and the manifest are as they were sealed"
    if verdict.differences:
        yield "\u2717 Checked again, the workpaper differs"
        yield from _list([one.sentence for one in verdict.differences])
    else:
        counts = f"{counted(verdict.figures, 'figure')}, {counted(verdict.findings, 'finding')}"
        if verdict.unproven:
            pages = " and ".join(verdict.unproven)
            yield f"\u2713 Checked again, the JSON of the workpaper is the same: {counts}"
            yield on_a_line(f"  {pages} was not proven: this tieout or Python draws it otherwise")
        else:
            yield f"\u2713 Checked again, the workpaper is the same: {counts}"
    yield from (on_a_line(f"  note: {one}") for one in verdict.notes)
    yield ""
    yield f"{read.sha256}  the bundle"
    yield f"{read.manifest_sha256}  its manifest"
    if not is_noted:
        yield "Compare one of these with what was written down when it was sealed"


def _list(sentences: "Sequence[str]") -> "Iterator[str]":
    """The first sentences, and how many more there are."""
    from tieout.harmless import on_a_line

    yield from (f"  {on_a_line(one)}" for one in sentences[:_MOST])
    if (rest := len(sentences) - _MOST) > 0:
        yield f"  and {rest:,} more: --format json shows all"


def _json(name: str, read: "Opened", verdict: "Verdict") -> bytes:
    """The verdict for programs."""
    import msgspec

    from tieout import __version__

    about = read.manifest
    made = {
        "format": "tieout-verification/1",
        "tieout": __version__,
        "name": name,
        "status": verdict.status,
        "sha256": read.sha256,
        "manifest_sha256": read.manifest_sha256,
        "preparer": about and about.preparer,
        "reviewer": about and about.reviewer,
        "tampering": verdict.tampering,
        "differences": verdict.differences,
        "notes": verdict.notes,
        "unproven": verdict.unproven,
    }
    return msgspec.json.format(msgspec.json.encode(made), indent=1) + b"\n"
