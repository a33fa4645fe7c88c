"""Workpapers as support: the statements of their subject, as far as they were ticked."""

import json

import pytest

from tieout.engine import check, read
from tieout.errors import Unreadable
from tieout.model.workpaper import Release
from tieout.readers import workpaper as reader
from tieout.reports.json import render


@pytest.fixture(scope="module")
def paper(small: Release) -> bytes:
    return render(check(small))


def test_ticked_figures_stand_under_their_columns_with_their_signs(paper: bytes) -> None:
    laid = reader.read(paper)
    lines = laid.text.splitlines()
    assert lines[1] == "(in thousands)\t"
    assert "Total operating expenses\t8,343\t8,653\t16,985\t17,374\t" in lines
    assert "Gross loss\t(756)\t(2,336)\t(3,229)\t(3,572)\t" in lines
    assert laid.sheets == ()


def test_a_figure_that_nobody_ticked_supports_nothing(paper: bytes) -> None:
    made = json.loads(paper)
    for figure in made["figures"]:
        figure["outcome"] = "not-tested"
    assert "8,343" not in reader.read(json.dumps(made).encode()).text


@pytest.mark.parametrize(
    "raw", [b'{"format":"tieout-workpaper/1"', b'{"format":"tieout-workpaper/1","documents":7}']
)
def test_a_broken_one_is_refused(raw: bytes) -> None:
    with pytest.raises(Unreadable, match="the workpaper is broken"):
        reader.read(raw)


def test_a_cell_that_claims_no_end_costs_nothing(paper: bytes) -> None:
    made = json.loads(paper)
    for statement in made["documents"][0]["statements"]:
        for line in statement["lines"]:
            for cell in line["cells"]:
                cell["span"] = [0, 10**15]
    reader.read(json.dumps(made).encode())


def test_a_release_is_never_taken_for_one() -> None:
    assert not reader.sniff(b'{"format":"tieout-workpaper/1"}')
    assert read("a.txt", b"Revenue was 5.\n").document.format == "text"


def test_a_statement_without_end_is_refused(paper: bytes) -> None:
    made = json.loads(paper)
    statement = made["documents"][0]["statements"][0]
    statement["columns"] *= 3000
    statement["lines"] = [{"caption": "", "cells": []}] * 3000
    with pytest.raises(Unreadable, match="a statement spans more than"):
        reader.read(json.dumps(made).encode())
