"""The package as JSON: every figure with its document, its span and its place in words."""

from typing import Any

import msgspec

from tieout import __version__
from tieout.model.check import Ref
from tieout.model.package import Cell, Difference, Package, Row
from tieout.packages.outputs._words import Words


def render(package: Package) -> bytes:
    """The package, UTF-8; documents and rows are referred to by number, from 0."""
    words = Words(package)
    told = zip(package.causes, words.findings(), strict=True)
    made = {
        "format": "tieout-package/1",
        "version": __version__,
        "documents": [
            {
                "name": one.document.name,
                "sha256": one.document.sha256,
                "kind": one.kind,
                "figures": len(one.document.figures),
            }
            for one in package.releases
        ],
        "copies": [{"name": copy, "of": of} for copy, of in package.copies],
        "counts": package.counts | {"causes": len(package.causes), "leads": len(package.leads)},
        "findings": [
            {
                "cause": cause.kind,
                "severity": cause.severity,
                "says": finding.title,
                "why": finding.why,
                "differences": [_difference(words, one) for one in cause.differences],
            }
            for cause, finding in told
        ],
        "leads": [_difference(words, one) for one in package.leads],
        "rows": [_row(words, row) for row in package.rows],
        "alone": [
            [_figure(words, Ref(document, one)) for one in figures]
            for document, figures in enumerate(package.alone)
        ],
    }
    return msgspec.json.format(msgspec.json.encode(made), indent=1) + b"\n"


def _row(words: Words, row: Row) -> dict[str, Any]:
    """A row of the matrix."""
    return {
        "caption": row.caption,
        "says": words.caption(row),
        "concept": row.concept,
        "period": str(row.period) if row.period is not None else None,
        "headline": row.is_headline,
        "standing": row.standing,
        "cells": [_cell(words, number, cell) for number, cell in enumerate(row.cells)],
    }


def _cell(words: Words, document: int, cell: Cell) -> dict[str, Any]:
    """What a document states in a row."""
    odd = frozenset(cell.odd)
    return {
        "standing": cell.standing or "not-stated",
        "why": cell.why,
        "figures": [
            _figure(words, Ref(document, one)) | {"differs": one in odd} for one in cell.figures
        ],
    }


def _difference(words: Words, one: Difference) -> dict[str, Any]:
    """Two figures that differ, by the check that says so."""
    check = one.check
    return {
        "row": one.row if one.row >= 0 else None,
        "figure": _figure(words, one.odd),
        "other": _figure(words, one.other),
        "rule": check.rule,
        "name": check.name,
        "severity": check.severity,
        "message": check.message,
        "reason": check.reason,
        "difference": check.difference,
        "ground": {"bits": check.ground.bits, "says": check.ground.says} if check.ground else None,
    }


def _figure(words: Words, ref: Ref) -> dict[str, Any]:
    """A figure as printed, and where."""
    figure = words.package.releases[ref.document].document.figures[ref.figure]
    return {
        "document": ref.document,
        "figure": ref.figure,
        "text": words.figures.text(ref),
        "span": [figure.start, figure.end],
        "place": words.told(ref).place,
    }
