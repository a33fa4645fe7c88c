"""Finds the regular expressions of src/ that take more than linear time on some string.

    python tools/patterns.py [--length 8000] [--shard 1/4] [PART OF A PLACE OR PATTERN]

Every pattern (pattern_sites.py) is run, as it is used, over pumps (pattern_pumps.py). Where four
times the length takes far more than four times the time, the pattern is told with the pump. How
far it is, and how long that took, goes to standard error.
"""

import argparse
import re
import signal
import sys
import time
from collections import deque
from collections.abc import Callable

from pattern_pumps import Pumps
from pattern_sites import ONCE, Pattern, collected
from selectolax.lexbor import LexborHTMLParser

PARSED = ("tieout/readers/html/walk.py", "tieout/readers/html/attributes.py")
"""Patterns of these see what an HTML parser wrote, and nothing else: so do they here."""
LONGEST = 0.5
"""Seconds: what runs for so long grows beyond all measure."""
QUICK = 2.5e-7
"""Seconds a character: no pattern that is quicker has grown with the square."""
SCREENED = 16_000
"""Of pumps so long a quarter is tried first: where it is quick, no square makes the whole slow."""
DOUBTFUL = 5.5
"""What grows so on long pumps is timed again; what does not is linear at once."""
GROWS = 9.0
"""Four times the length takes a linear pattern four times as long, a square one sixteen."""
TELLS = 15.0
"""Seconds between two words of how far it is."""


class TooLongError(Exception):
    """It ran for so long that nothing more need be known."""


def _stop(*_: object) -> None:
    raise TooLongError


def seconds(pattern: re.Pattern[str], text: str, uses: frozenset[str]) -> float:
    """The processor's seconds of trying a pattern on a text as it is used."""
    signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, LONGEST)
    start = time.thread_time()
    try:
        if not uses <= ONCE:
            deque(pattern.finditer(text), 0)
        if "match" in uses:
            pattern.match(text)
        if "fullmatch" in uses:
            pattern.fullmatch(text)
    except TooLongError:
        return LONGEST
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return time.thread_time() - start


def pumped(pump: tuple[str, str, str], length: int, *, is_parsed: bool = False) -> str:
    """A pump of about a length; as a parser writes it, where only that is seen."""
    lead, one, end = pump
    text = lead + one * max(1, (length - len(lead) - len(end)) // len(one)) + end
    if is_parsed:
        body = LexborHTMLParser(text).body
        return (body.html or "") if body is not None else ""
    return text


def growth(pattern: Pattern, pump: tuple[str, str, str], length: int) -> float:
    """How often the time of a quarter of the length the whole takes: 4 is linear, 0 is quick."""
    compiled, uses = pattern.compiled(), pattern.uses
    is_parsed = any(place.startswith(PARSED) for place in pattern.places)
    quarter = pumped(pump, length // 4, is_parsed=is_parsed)
    short = seconds(compiled, quarter, uses)
    if length >= SCREENED and short < length * QUICK / 16:
        return 0.0
    text = pumped(pump, length, is_parsed=is_parsed)
    long = seconds(compiled, text, uses)
    if long < length * QUICK:
        return 0.0
    if long >= LONGEST:
        return 99.0
    if length >= SCREENED and long < DOUBTFUL * short:
        return long / short
    short = min(seconds(compiled, quarter, uses) for _ in range(3))
    long = min(seconds(compiled, text, uses) for _ in range(3))
    return long / max(short, 1e-7)


def worst(
    pattern: Pattern, length: int, breadth: int, tell: Callable[[], None] = lambda: None
) -> tuple[float, tuple[str, str, str]]:
    """The greatest growth over its pumps, and that pump; each pump is told of as it is tried."""
    found = 0.0, ("", "", "")
    for pump in Pumps(pattern)(breadth):
        found = max(found, (growth(pattern, pump, length), pump))
        tell()
        if found[0] > GROWS:
            break
    return found


class Progress:
    """How far it is, told on standard error every so often."""

    def __init__(self, whole: int) -> None:
        """Of so many patterns."""
        self.whole, self.begun = whole, time.monotonic()
        self.told, self.patterns, self.pumps = self.begun, 0, 0

    def __str__(self) -> str:
        """In a line."""
        spent, used = time.monotonic() - self.begun, time.process_time()
        return (
            f"{self.patterns} of {self.whole} patterns, {self.pumps:,} pumps, "
            f"{spent:.0f} s by the clock, {used:.0f} of the processor"
        )

    def pump(self) -> None:
        """One more pump was tried."""
        self.pumps += 1
        if time.monotonic() - self.told > TELLS:
            self.told = time.monotonic()
            print(self, file=sys.stderr, flush=True)


def main() -> int:
    """Tells the patterns that grow, and is 1 where there are any."""
    reader = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    reader.add_argument("part", nargs="?", default="", help="part of a place or a pattern")
    reader.add_argument("--length", type=int, default=8000, help="how long the pumps are")
    reader.add_argument("--breadth", type=int, default=8, help="how many pumps a repeat is given")
    reader.add_argument("--shard", default="1/1", help="which part of the patterns, of how many")
    asked = reader.parse_args()
    shard, shards = map(int, asked.shard.split("/"))
    patterns = [
        one for one in collected() if any(asked.part in told for told in (one.text, *one.places))
    ][shard - 1 :: shards]
    grows = 0
    progress = Progress(len(patterns))
    for one in patterns:
        grown, pump = worst(one, asked.length, asked.breadth, progress.pump)
        progress.patterns += 1
        if grown > GROWS:
            grows += 1
            how = "everywhere" if one.everywhere else "at a place"
            print(f"{' '.join(one.places)}  x{grown:.0f} {how}  {pump}", flush=True)
            print(f"    {one.text[:300]!r}", flush=True)
    print(progress, file=sys.stderr)
    print(
        f"{len(patterns)} patterns, {progress.pumps:,} pumps of {asked.length:,} characters, "
        f"{grows} grow faster than their text"
    )
    return int(grows > 0)


if __name__ == "__main__":
    sys.exit(main())
