"""The file that tells what every number printed from an expression means."""

import json
from collections.abc import Callable

from tieout.compose.blocks import Table
from tieout.compose.book import Book
from tieout.compose.narrative import tell
from tieout.compose.provenance import expressions


def test_a_number_is_told_with_its_cells(small_book: Callable[..., Book]) -> None:
    book = small_book(narrative="It was {{ revenue | of('prior quarter') }}, up 4%.")
    told = json.loads(expressions(tell(book, lambda one, _: Table(one.titles, (), (), 0))))
    assert told["format"] == "tieout-expressions/1"
    assert told["typed"] == ["4%"]
    assert told["expressions"][1] == {
        "text": "$5.6 million",
        "place": "narrative.md, line 1",
        "kind": "figure",
        "value": "5600000",
        "decimals": -5,
        "unit": "USD",
        "concept": "us-gaap:Revenues",
        "caption": "Revenue",
        "period": "2007-04-01/2007-06-30",
        "cells": [
            {"statement": "income_statement", "line": "revenue",
             "period": "2007-04-01/2007-09-30", "weight": 1},
            {"statement": "income_statement", "line": "revenue",
             "period": "2007-07-01/2007-09-30", "weight": -1},
        ],
    }  # fmt: skip
    assert told["expressions"][0]["cells"] == [
        {"statement": "balance_sheet", "line": "receivables", "weight": 1}  # inside its caption
    ]
