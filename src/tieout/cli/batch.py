"""tieout batch: independent documents, as JSON lines or as datasets of Parquet."""

import contextlib
from typing import TYPE_CHECKING, Literal

import click

from tieout.cli._streams import (
    COULD_NOT_RUN,
    cause,
    deliver,
    force_option,
    say_written,
    spare,
    tell,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import BinaryIO

    from tieout.batch.shard import Format, Job

EPILOG = """\b
Examples:
  tieout batch filings/ --output checked.jsonl
  tieout batch filings/*.txt --output checked.jsonl --jobs 4
  tieout batch filings/ --output - | jq .workpaper.coverage
  tieout batch filings/ --format parquet --output checked/
  tieout batch --from list.txt --format parquet --output checked/ --shard 3/16

As JSON lines, each line is {"name", "sha256", "seconds", "workpaper"}, or {"name", "error"} for a
document that could not be read; one of which nothing was understood has all five. How much was
understood is in workpaper.understood. Lines are in the order of the documents, each written when
it is done.

As Parquet, the output is a folder of datasets: documents, statements, columns, facts, claims,
checks, leads, and failures with the reasons, by the year of the documents. A run that was stopped
goes on where it was when it is started again: nothing is lost, and nothing is there twice. A
document is known by its bytes. summary.json counts what is there.

\b
Exit status: 0 every document was read, 1 some were not, 2 none was, or the output cannot be
written. A difference found in a document does not change it.
"""

_MOST_SHARDS = 100_000


def _shard(context: click.Context, option: click.Parameter, said: str) -> tuple[int, int]:
    """Which shard, and of how many; raises BadParameter."""
    first, _, last = said.partition("/")
    shard, shards = (int(n) if n.isascii() and n.isdigit() else 0 for n in (first, last))
    if not 1 <= shard <= shards <= _MOST_SHARDS:
        words = f"{said!r} is no shard: with eight of them they are 1/8 to 8/8"
        raise click.BadParameter(words, context, option)
    return shard, shards


Engine = Literal["processes", "ray"]


@click.command(epilog=EPILOG)
@click.argument("paths", nargs=-1, metavar="[PATH]...")
@click.option(
    "--output",
    required=True,
    metavar="PATH",
    help="JSON lines: the file to write, - for standard output. Parquet: the folder.",
)
@click.option(
    "--format",
    "formats",
    type=click.Choice(("jsonl", "parquet")),
    multiple=True,
    default=("jsonl",),
    show_default="jsonl",
    help="What to write; may be given twice, and the lines are then in the folder too.",
)
@click.option(
    "--from",
    "lists",
    multiple=True,
    metavar="LIST",
    help="A file with a path a line, - for standard input; may be repeated.",
)
@click.option(
    "--shard",
    callback=_shard,
    default="1/1",
    metavar="I/N",
    help="Only the documents of this shard of N: which they are, their bytes say.",
)
@click.option(
    "--retry", is_flag=True, help="Parquet: read again what could not be read by an earlier run."
)
@click.option(
    "--engine",
    type=click.Choice(("processes", "ray")),
    default="processes",
    show_default=True,
    help="What runs it: processes of this machine, or a Ray cluster (RAY_ADDRESS, else local).",
)
@force_option
@click.option(
    "--jobs",
    type=click.IntRange(1, 256),
    default=None,
    help="Processes to use.  [default: one a processor]",
)
def command(
    paths: tuple[str, ...],
    output: str,
    formats: "tuple[Format, ...]",
    lists: tuple[str, ...],
    shard: tuple[int, int],
    engine: Engine,
    jobs: int | None,
    *,
    retry: bool,
    force: bool,
) -> int:
    """Checks every document of PATH..., each for itself; directories are walked."""
    from pathlib import Path

    from tieout.batch.shard import Job, named_by
    from tieout.batch.walking import listed
    from tieout.errors import Misuse
    from tieout.workers import processors

    if not paths and not lists:
        raise Misuse("no documents are named: give files or folders, or a list with --from")
    wanted: tuple[Format, ...] = tuple(sorted(set(formats)))
    with listed(lists) as kept:
        given = (paths, output, tuple(map(str, kept)), wanted, *shard)
        job = Job(*given, jobs=jobs or processors(), retry=retry)
        if engine == "ray" and (wanted == ("jsonl",) or shard != (1, 1) or jobs is not None):
            raise Misuse("--engine ray has --format parquet, and shards and jobs of its own")
        if wanted == ("jsonl",):
            if retry:
                raise Misuse("--retry is for datasets: lines are written anew, all of them")
            return _lines(job, force=force)
        if Path(output).is_file():
            raise Misuse(f"{output} is a file, and datasets need a folder: give another name")
        count = sum(1 for _ in named_by(job))
        _require_some(count, (*paths, *lists))
        return _datasets(job, engine, count)


def _datasets(job: "Job", engine: Engine, count: int) -> int:
    """The status of a job whose output is a folder."""
    from tieout.batch.on_ray import run_on_ray
    from tieout.batch.shard import run
    from tieout.cli._progress import progress
    from tieout.cli._tally import told
    from tieout.errors import Misuse

    try:
        with progress(count) as pace:
            outcome = run_on_ray(job, pace) if engine == "ray" else run(job, pace)
    except OSError as reason:
        words = f"{job.output} cannot be written: {cause(reason)}"
        raise Misuse(f"{words}; what is done is kept, and the same command goes on") from None
    tally = outcome.shard
    for why, passed in sorted(pace.passed_by.items()):
        tell(f"{passed:,} of {count:,} documents passed over: {why}")
    deliver(told(job, outcome).encode(), None)
    where = f"{job.output}/failures says why"
    return _status(tally.read, tally.documents, where)


def _lines(job: "Job", *, force: bool) -> int:
    """The status of a job whose output is lines."""
    from tieout.batch.lines import rows
    from tieout.batch.shard import named_by
    from tieout.cli._progress import progress

    count = 0

    def counted() -> "Iterator[str]":
        nonlocal count
        for name in named_by(job):
            count += 1
            yield name

    spare(job.output, counted(), force=force)
    _require_some(count, (*job.paths, *job.lists))
    read = written = 0
    outcomes = rows(_of_shard(job), job.jobs)
    with _opened(job.output) as file, contextlib.closing(outcomes), progress(count) as pace:
        for row in outcomes:
            if not _is_written(file, row.line + b"\n", job.output):
                return COULD_NOT_RUN  # and nobody is there to be told
            read += row.was_read
            written += 1
            pace.done("", None if row.was_read else "nothing understood")
    if job.output != "-":
        said = f"{written:,} line{'s' * (written != 1)}, a document each"
        say_written(job.output, said)
    where = "their lines say why" if job.output == "-" else f"{job.output} says why"
    return _status(read, written, where)


def _of_shard(job: "Job") -> "Iterator[str]":
    """The documents of the job's shard, in order."""
    from tieout.batch.record import task
    from tieout.batch.shard import named_by, shard_of

    for name in named_by(job):
        if job.shards == 1 or shard_of(task(name).key, job.shards) == job.shard:
            yield name


def _require_some(count: int, given: "Sequence[str]") -> None:
    """Raises Misuse where there is no document."""
    from tieout.errors import Misuse

    if not count:
        raise Misuse(f"no documents under {', '.join(given)}: give files of text or HTML")


def _status(read: int, documents: int, where: str) -> int:
    """The exit status for so many documents read; raises Misuse where none was."""
    from tieout.errors import Misuse

    if documents and not read:
        raise Misuse(f"none of the documents could be read or understood: {where}")
    if read < documents:
        count = f"{documents - read} of {documents}"
        tell(f"{count} documents could not be read or understood: {where}")
    return int(read < documents)


@contextlib.contextmanager
def _opened(output: str) -> "Iterator[BinaryIO]":
    """The output, "-" being standard output, written through at every line; or raises Misuse."""
    from pathlib import Path

    from tieout.errors import Misuse
    from tieout.files import filled, in_place

    try:
        if output == "-":
            with open(1, "wb", buffering=0, closefd=False) as file:
                yield file
        else:
            with filled(in_place(Path(output))) as file:
                yield file
    except (OSError, RuntimeError, ValueError) as reason:
        raise Misuse(f"{output} cannot be written: {cause(reason)}") from None


def _is_written(file: "BinaryIO", line: bytes, output: str) -> bool:
    """True where all of a line was written, False where the reader went away; raises Misuse."""
    from tieout.errors import Misuse
    from tieout.harmless import in_json

    if file.isatty():
        line = in_json(line.decode()).encode()
    try:
        while line:
            line = line[file.write(line) :]
    except BrokenPipeError:
        return False
    except OSError as reason:
        raise Misuse(f"{output} cannot be written: {cause(reason)}") from None
    return True
