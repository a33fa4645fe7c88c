"""Validates xBRL-JSON reports with Arelle, offline, by Calculations 1.1; or releases' own.

    python tools/validate_xbrl.py report.json …       reports that lie there
    python tools/validate_xbrl.py release.txt …       the report that tieout makes of each

Prints every message but Arelle's progress; ends with 1 where there is any. Needs arelle-release.
"""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from arelle.api.Session import Session
from arelle.RuntimeOptions import RuntimeOptions

import tieout
from tieout.xbrl import package


def messages(report: Path) -> list[str]:
    """What Arelle has against a report, "[code] words" each; empty where it is valid."""
    options = RuntimeOptions(
        entrypointFile=str(report),
        internetConnectivity="offline",
        validate=True,
        calcs="c11r",
        logFile="logToBuffer",
        logFormat="[%(messageCode)s] %(message)s",
    )
    with Session() as session:
        session.run(options)
        told = session.get_logs("text").splitlines()
    return [line for line in told if line.startswith("[") and not line.startswith("[info]")]


def reports(paths: list[str], folder: Path) -> Iterator[Path]:
    """The reports themselves; for a release, the one made of it, in the folder."""
    for path in map(Path, paths):
        if path.suffix == ".json":
            yield path.resolve()
            continue
        for name, content in package(tieout.read(path), path.stem).items():
            (folder / name).write_bytes(content)
        yield folder / f"{path.stem}.json"


def main(paths: list[str]) -> int:
    """Validates each; the exit status."""
    found = 0
    with tempfile.TemporaryDirectory() as folder:
        for report in reports(paths, Path(folder)):
            for message in messages(report):
                print(f"{report.name}: {message}")
                found += 1
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
