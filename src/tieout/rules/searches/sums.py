"""Which numbers of a table add up to another, as integers in units of the finest of them.

A column's `sizes` are its numbers, `steps` their last units, `units` what each is counted in (0 for
nothing), and `kinds` is 0 for a nil, which is no more and no less.
"""

Column = list[int]
"""One integer for each line."""


def stretches(sizes: Column, reaches: Column, lines: list[int], goal: int, reach: int) -> list[int]:
    """How many of the lines, from the first on and two at least, may add up to the goal."""
    found: list[int] = []
    rest = goal
    for count, line in enumerate(lines, 1):
        rest -= sizes[line]
        reach += reaches[line]
        if count > 1 and 2 * abs(rest) <= reach:
            found.append(count)
    return found


def rests(
    sizes: Column, reaches: Column, lines: list[int], goal: int, reach: int, less: set[int]
) -> list[tuple[int, bool]]:
    """How many of the lines may be the goal, the last of them less the others.

    Twice where `less` says of some that they are taken off: less the others, and less those alone.
    """
    found: list[tuple[int, bool]] = []
    plain = said = goal
    for count, line in enumerate(lines, 1):
        one = sizes[line]
        reach += reaches[line]
        if count > 1 and 2 * abs(plain - one) <= reach:
            found.append((count, False))
        if less and count > 1 and 2 * abs(said - one) <= reach:
            found.append((count, True))
        plain += one
        said += one if line in less else -one
    return found


def pairs(
    sizes: Column, reaches: Column, lines: list[int], goal: int, reach: int
) -> list[tuple[int, int, int, int]]:
    """Every two lines whose sum, or whose difference, may be the goal: each with its sign."""
    found: list[tuple[int, int, int, int]] = []
    at: dict[int, int] = {}
    near: set[int] = set()
    for line in lines:
        one = sizes[line]
        if not one or not reaches[line]:
            continue
        if goal - one in near or one - goal in near or one + goal in near:
            for wanted, way, other in (
                (goal - one, 1, 1),
                (one - goal, 1, -1),
                (one + goal, -1, 1),
            ):
                sums = (wanted - reach, wanted, wanted + reach)
                found += [(line, way, at[size], other) for size in sums if size in at]
        at[one] = line
        near.add(one - reach)
        near.add(one)
        near.add(one + reach)
    return found


def foots(
    sizes: Column,
    steps: Column,
    units: Column,
    kinds: Column,
    total: int,
    lines: list[int],
    ways: list[int],
) -> int:
    """How many numbers of the lines make the total's, but for usual rounding.

    0 where they do not, −1 where none is printed or one is counted in another unit.
    """
    unit = units[total]
    apart, span = sizes[total], steps[total]
    squares = 3 * span * span
    count, is_printed = 0, False
    for line, way in zip(lines, ways):  # noqa: B905 - of one length, and asked of every column
        counted = units[line]
        if not counted:
            continue
        if counted != unit:
            return -1
        if kinds[line]:
            is_printed = True
        step = way * steps[line]
        apart -= way * sizes[line]
        span += abs(step)
        squares += 3 * step * step
        count += 1
    if not is_printed:
        return -1
    return count if 2 * abs(apart) <= span and 4 * apart * apart <= squares else 0


def columns_made(
    sizes: list[Column],
    steps: list[Column],
    units: list[Column],
    column: int,
    lines: list[int],
    guesses: list[tuple[list[int], list[int]]],
) -> int:
    """The guess by which most bits of a column's lines are sums of other columns; −1 for none.

    A guess is columns and their signs. A line without a number in one of them, of the total's unit
    and no nil, shows nothing; most lines must be the sum, and each is worth its smallest number.
    """
    best, most = -1, 0
    totals, total_steps, counted = sizes[column], steps[column], units[column]
    for number, (parts, ways) in enumerate(guesses):
        weight = agreed = missed = 0
        for line in lines:
            apart, span, unit = totals[line], total_steps[line], counted[line]
            for part, way in zip(parts, ways):  # noqa: B905 - of one length, and asked of every line
                size = sizes[part][line]
                if not size or units[part][line] != unit:
                    break
                apart -= way * size
                span += steps[part][line]
            else:
                if -span <= 2 * apart <= span and _is_usual(steps, line, column, parts, apart):
                    agreed += 1
                    weight += _smallest(sizes, steps, line, column, parts)
                else:
                    missed += 1
                    if missed > 3 and missed > 2 * agreed:
                        break
        if agreed > missed and weight > most:
            best, most = number, weight
    return best


def _is_usual(steps: list[Column], line: int, column: int, parts: list[int], apart: int) -> bool:
    """True where the rounding of a line's numbers usually sets a sum so far apart."""
    step = steps[column][line]
    squares = 3 * step * step
    for part in parts:
        step = steps[part][line]
        squares += 3 * step * step
    return 4 * apart * apart <= squares


def _smallest(
    sizes: list[Column], steps: list[Column], line: int, column: int, parts: list[int]
) -> int:
    """The bits of the smallest of a line's numbers, of which so many add up."""
    least, step = abs(sizes[column][line]), steps[column][line]
    for part in parts:
        size = abs(sizes[part][line])
        if size < least:
            least, step = size, steps[part][line]
    return max(0, (least // step // (len(parts) + 1)).bit_length() - 1)
