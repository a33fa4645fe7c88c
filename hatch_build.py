"""What building or installing tieout makes besides: its TOML as JSON, which is read faster."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HOUSE = Path(__file__).parent
sys.path.insert(0, str(HOUSE / "tools"))


class CompiledToml(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles the lexicon and the bounds before a wheel is packed or a checkout is installed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Writes a .json beside each TOML file of the package."""
        from compile_toml import compiled

        for path, raw in compiled(HOUSE / "src" / "tieout"):
            path.write_bytes(raw)
