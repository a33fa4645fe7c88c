"""How what a reader made is drawn for its golden."""

from collections.abc import Callable, Iterator

import pytest

from tieout.model.document import Grid, Heading
from tieout.readers.passages import Laid, passages


def lines_of(laid: Laid) -> Iterator[str]:
    """Each block with its words; each row of a grid with its cells, under a rule if ruled.

    Where columns are measured, the indent stands in front and "@" with the column behind a cell.
    """
    for block in laid.blocks:
        words = laid.text[block.start : block.end]
        if not isinstance(block, Grid):
            yield f"{'heading' if isinstance(block, Heading) else 'paragraph'}  {words!r}"
            continue
        yield f"grid  {' / '.join(repr(title.of(laid.text)) for title in block.titles)}".rstrip()
        for row in block.rows:
            cells = " | ".join(
                laid.text[cell.start : cell.end] + f" @{cell.column}" * block.is_measured
                for cell in row.cells
            )
            indent = f"{row.indent:<3}" if block.is_measured else ""
            yield f"{'  ----' if row.ruled else '      '}{indent}{cells}".rstrip()
    yield ""
    for passage in passages(laid):
        words = laid.text[passage.start : passage.end]
        yield f"{passage.kind}  {words!r}" + (
            f"  under {passage.section!r}" if passage.section else ""
        )


@pytest.fixture
def drawn() -> Callable[[Laid], str]:
    """The blocks and passages of a document, a line each."""
    return lambda laid: "".join(f"{line}\n" for line in lines_of(laid))
