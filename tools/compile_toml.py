"""Makes the .json beside each TOML of the package: TOML is read six times as slowly.

    python tools/compile_toml.py

Installing tieout does it too (hatch_build.py). A .json holds the hash of what it was made of and is
passed over when that has changed (tieout/ahead.py), so that an edited file is never an old one.
"""

import json
import tomllib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "src" / "tieout"


def compiled(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """The path and the bytes of each compiled file; days are written as ISO 8601 has them."""
    for path in sorted(folder.rglob("*.toml")):
        raw = path.read_bytes()
        held = {"of": sha256(raw).hexdigest(), "says": tomllib.loads(raw.decode("utf-8"))}
        yield path.with_suffix(".json"), json.dumps(held, default=str).encode("ascii")


if __name__ == "__main__":
    for path, raw in compiled(PACKAGE):
        path.write_bytes(raw)
