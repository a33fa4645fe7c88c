"""Finds the regular expressions of src/ that take more than linear time on some string.

    python tools/patterns.py [--length 64000] [PART OF A PLACE OR PATTERN]

Every pattern (pattern_sites.py) is run, as it is used, over pumps (pattern_pumps.py). Where four
times the length takes far more than four times the time, the pattern is told with the pump.
"""

import argparse
import re
import signal
import sys
import time
from collections import deque

from pattern_pumps import Pumps
from pattern_sites import ONCE, Pattern, collected
from selectolax.lexbor import LexborHTMLParser

PARSED = ("tieout/readers/html/walk.py", "tieout/readers/html/attributes.py")
"""Patterns of these see what an HTML parser wrote, and nothing else: so do they here."""
LONGEST = 0.5
"""Seconds: what runs for so long grows beyond all measure."""
QUICK = 2.5e-7
"""Seconds a character: no pattern that is quicker has grown with the square."""
GROWS = 9.0
"""Four times the length takes a linear pattern four times as long, a square one sixteen."""


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
    text = pumped(pump, length, is_parsed=is_parsed)
    long = seconds(compiled, text, uses)
    if long < length * QUICK:
        return 0.0
    if long >= LONGEST:
        return 99.0
    quarter = pumped(pump, length // 4, is_parsed=is_parsed)
    short = min(seconds(compiled, quarter, uses) for _ in range(3))
    long = min(seconds(compiled, text, uses) for _ in range(3))
    return long / max(short, 1e-7)


def worst(pattern: Pattern, length: int, breadth: int) -> tuple[float, tuple[str, str, str]]:
    """The greatest growth over its pumps, and that pump."""
    found = 0.0, ("", "", "")
    for pump in Pumps(pattern)(breadth):
        found = max(found, (growth(pattern, pump, length), pump))
        if found[0] > GROWS:
            break
    return found


def main() -> int:
    """Tells the patterns that grow, and is 1 where there are any."""
    reader = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    reader.add_argument("part", nargs="?", default="", help="part of a place or a pattern")
    reader.add_argument("--length", type=int, default=8000, help="how long the pumps are")
    reader.add_argument("--breadth", type=int, default=8, help="how many pumps a repeat is given")
    asked = reader.parse_args()
    patterns = [
        one for one in collected() if any(asked.part in told for told in (one.text, *one.places))
    ]
    grows = 0
    for one in patterns:
        grown, pump = worst(one, asked.length, asked.breadth)
        if grown > GROWS:
            grows += 1
            how = "everywhere" if one.everywhere else "at a place"
            print(f"{' '.join(one.places)}  x{grown:.0f} {how}  {pump}", flush=True)
            print(f"    {one.text[:300]!r}", flush=True)
    print(f"{len(patterns)} patterns, {grows} grow faster than their text")
    return int(grows > 0)


if __name__ == "__main__":
    sys.exit(main())
