"""What building or installing tieout makes besides: the lexicon as JSON, which is read faster."""

import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HOUSE = Path(__file__).parent
sys.path.insert(0, str(HOUSE / "tools"))


class CompiledLexicon(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles the lexicon before a wheel is packed or a checkout is installed."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Writes a .json beside each file of concepts."""
        from compile_lexicon import compiled

        for path, raw in compiled(HOUSE / "src" / "tieout" / "lexicon" / "concepts"):
            path.write_bytes(raw)
