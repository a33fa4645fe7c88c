"""Fuzzes every reader and the whole flow with atheris, for so many seconds.

    python tools/fuzz.py SECONDS [SEEDS...]

The first byte of an input says who reads the rest: one reader, whatever the bytes look like, or
all of `read` and `check`. An input that ends in anything but a workpaper or a refusal is written
to build/fuzz and repeated by giving it as the only argument.
"""

import sys
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["tieout"]):
    from tieout.engine import check, read
    from tieout.errors import Unreadable
    from tieout.readers import Reader, all_readers

FOLDER = Path("build/fuzz")
LONGEST = 20_000
SLOWEST = 5


def readers() -> list[Reader | None]:
    """Who reads, by first byte; None is the whole flow."""
    return [None, *all_readers()]


def one(data: bytes) -> None:
    """Reads one input; raises whatever is a defect."""
    if len(data) < 2:
        return
    among = readers()
    reader = among[data[0] % len(among)]
    try:
        if reader is None:
            check(read("fuzz", data[1:]))
        else:
            reader.read(data[1:])
    except Unreadable:
        return


def seeds(paths: list[Path]) -> None:
    """Writes the documents given as inputs, each for its own reader and for the whole flow."""
    among = readers()
    (FOLDER / "seeds").mkdir(parents=True, exist_ok=True)
    for path in paths:
        raw = path.read_bytes()[:LONGEST]
        own = next(n for n, one in enumerate(among) if one is not None and one.sniff(raw))
        for number in (0, own):
            (FOLDER / "seeds" / f"{path.name}.{number}").write_bytes(bytes([number]) + raw)


def main(arguments: list[str]) -> None:
    """Runs for so many seconds, or repeats one input."""
    if len(arguments) == 1 and not arguments[0].isdecimal():
        one(Path(arguments[0]).read_bytes())
        return
    seconds, *given = arguments
    seeds([Path(path) for path in given])
    atheris.Setup(
        [
            sys.argv[0],
            f"-max_total_time={seconds}",
            f"-max_len={LONGEST}",
            f"-timeout={SLOWEST}",
            "-rss_limit_mb=2048",
            "-seed=2007",
            f"-artifact_prefix={FOLDER}/",
            str(FOLDER / "seeds"),
        ],
        one,
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
