"""Totals without a caption: the heading they close says what they are."""

from collections.abc import Sequence

import msgspec

from tieout.lexicon.entries import On
from tieout.lexicon.labels import UNNAMED, concept_of
from tieout.model.concept import feeds
from tieout.model.statement import Line, Sum


def named_by_heading(lines: Sequence[Line], sums: Sequence[Sum], on: On) -> tuple[Line, ...]:
    """The lines with a total that has no caption under the concept of its heading.

    Only where the heading stands over every line that the total sums.
    """
    named = list(lines)
    for one in sums:
        line = lines[one.total]
        if line.concept != UNNAMED or not line.section:
            continue
        if any(lines[part].section != line.section for part, _ in one.readings[0]):
            continue
        heading = line.section.rpartition(" / ")[2].strip().rstrip(":")
        for caption in (f"Total {heading}", heading):
            concept = concept_of(caption, on)
            if concept.is_known and concept.unit == "USD":
                named[one.total] = msgspec.structs.replace(
                    line, concept=concept.name, feeds=feeds(concept.name)
                )
                break
    return tuple(named)
