"""Simulates honest rounding and wrong totals, for docs/decisions/0002-two-rounding-bounds.md.

A column of n parts is drawn in thousandths of the printed unit, its true total rounded as printed,
its parts rounded as printed. `d` is the printed total less the sum of the printed parts.
"""

import random
from math import isqrt

FINE = 1000
TRIALS = 40_000
ERROR = 10
ADDENDS = (2, 3, 5, 10, 20, 40)


def rounded(number: int) -> int:
    """Thousandths to the nearest printed unit."""
    return (number + FINE // 2) // FINE


def difference(addends: int, draw: random.Random) -> int:
    """The printed total less the printed parts of one honest column."""
    parts = [draw.randrange(10**4 * FINE) for _ in range(addends)]
    return rounded(sum(parts)) - sum(map(rounded, parts))


def main() -> None:
    """One row for each length of column."""
    draw = random.Random(2007)
    print(f"{TRIALS:,} columns of each length; an error of {ERROR} printed units; seed 2007")
    print("           allowance        honest: beyond         wrong by 10: not seen")
    print("addends  possible  usual    possible    usual     possible      usual")
    for addends in ADDENDS:
        # Units of 1 throughout: 2|d| <= n + 1, and 4d^2 <= 3(n + 1).
        possible, usual = (addends + 1) // 2, isqrt(3 * (addends + 1) // 4)
        usual = min(usual, possible)
        honest = [difference(addends, draw) for _ in range(TRIALS)]
        wrong = [one + ERROR for one in honest]
        shares = [
            sum(abs(one) > possible for one in honest),
            sum(abs(one) > usual for one in honest),
            sum(abs(one) <= possible for one in wrong),
            sum(abs(one) <= usual for one in wrong),
        ]
        a, b, c, d = (f"{100 * share / TRIALS:.2f}%" for share in shares)
        print(f"{addends:>7}{possible:>10}{usual:>7}{a:>12}{b:>9}{c:>13}{d:>11}")


if __name__ == "__main__":
    main()
