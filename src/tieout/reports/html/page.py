"""The page around the document: head, bar, panel, legend, procedures, the other documents."""

import base64
import hashlib
from collections.abc import Iterator
from pathlib import Path

from tieout.model.check import Ref
from tieout.model.sensitivity import Proof
from tieout.model.workpaper import Workpaper
from tieout.reports._places import Places
from tieout.reports._words import counted, described
from tieout.reports.html import accepted, changes, sensitivity, untested
from tieout.reports.html.controls import controls
from tieout.reports.html.data import Data
from tieout.reports.html.document import Drawing
from tieout.reports.html.findings import Panel
from tieout.reports.html.head import by_part, header
from tieout.reports.html.markup import safe
from tieout.reports.html.procedures import legend, procedures
from tieout.reports.html.ticks import figure, marks, operand
from tieout.reports.html.workings import Workings, bound


def page(workpaper: Workpaper, proof: Proof | None = None) -> str:
    """The whole page, with what seeding errors has shown where that was done."""
    style, script = beside("style.css"), beside("script.js")
    policy = (
        f"default-src 'none'; style-src '{hashed(style)}'; script-src '{hashed(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    places = Places(workpaper)
    workings = Workings(workpaper, places)
    panel = Panel(workpaper, workings)
    return "".join(
        (
            '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            '<meta name="referrer" content="no-referrer">\n',
            f"<title>{safe(workpaper.subject.document.name)} \u2014 tieout workpaper</title>\n",
            f"<style>{style}</style></head><body>\n",
            '<a class="skip" href="#document">Skip to the document</a>\n',
            header(workpaper),
            controls(workpaper),
            '<main><section class="panel" aria-label="Findings">',
            accepted.notices(workpaper, workings, places),
            *panel.sections(),
            *accepted.sections(workpaper, workings, places),
            *untested.sections(workpaper, workings),
            *changes.sections(workpaper, workings),
            panel.notes(),
            sensitivity.section(proof, places),
            by_part(workpaper),
            legend(workpaper),
            procedures(workpaper),
            '</section>\n<section id="document" class="document" aria-label="The document" '
            'tabindex="-1">\n',
            *_drawn(workpaper, places),
            "</section>\n",
            *_others(workpaper),
            '</main>\n<aside id="working" aria-label="Working" tabindex="-1" hidden></aside>\n',
            f'<template id="data">{Data(workpaper, places).json()}</template>',
            f"{_footer(workpaper)}<script>{script}</script></body></html>\n",
        )
    )


def _drawn(workpaper: Workpaper, places: Places) -> Iterator[str]:
    """The document under test, every figure with its mark."""
    made = marks(workpaper, places)
    drawing = Drawing(
        workpaper.subject, lambda number, words: figure(number, words, made[number]), "p"
    )
    yield from drawing.sheets()


def _others(workpaper: Workpaper) -> Iterator[str]:
    """The documents that a figure was tested against, each figure that was used marked."""
    used = set(bound(workpaper))
    for number, release in enumerate(workpaper.releases):
        if not any(ref.document == number for ref in used):
            continue

        def drawn(one: int, words: str, document: int = number) -> str:
            return operand(document, one, words) if Ref(document, one) in used else words

        name = safe(release.document.name)
        yield (
            f'<section class="other" id="d{number}" aria-label="{name}" tabindex="-1">'
            f"<header><h2>{name}</h2><p>{safe(described(release))}</p></header>"
        )
        yield from Drawing(release, drawn, f"d{number}p").sheets()
        yield "</section>\n"


def beside(name: str) -> str:
    """A file that lies beside this module."""
    return Path(__file__).with_name(name).read_text("utf-8")


def hashed(source: str) -> str:
    """The source as a content security policy names it."""
    digest = hashlib.sha256(source.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


def _footer(workpaper: Workpaper) -> str:
    """What made the page."""
    checks = counted(len(workpaper.checks), "check")
    documents = counted(len(workpaper.releases), "document")
    return (
        f"<footer>tieout \u00b7 {checks} over {documents} \u00b7 "
        "this page fetches nothing and sends nothing</footer>\n"
    )
