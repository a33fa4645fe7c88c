"""How a figure's own words say it is printed: scale, decimals, percent sign, capitals."""

from collections.abc import Iterator

_SCALES = ("million", "thousand", "billion")


def case(bare: str) -> str:
    """The filter that gives words the capitals of these: "$7.2 Million", "$1.4 BILLION"."""
    letters = [one for one in bare if one.isalpha()]
    if not letters or not letters[0].isupper():
        return ""
    return "upper" if all(one.isupper() for one in letters) else "title"


def literal(value: object) -> str:
    """An argument as written."""
    return f'"{value}"' if isinstance(value, str) else str(value)


def forms(bare: str) -> Iterator[tuple[str, dict[str, object]]]:
    """The ways to print a figure that may give these words, the plainest first."""
    yield "amount", {}
    yield "unsigned", {}
    if "%" in bare or "percent" in bare:
        yield "amount", {"decimals": _decimals(bare)}
        yield "unsigned", {"decimals": _decimals(bare)}
        return
    said = scaled(bare)
    yield "amount", {"decimals": said["decimals"]}
    yield "amount", said
    yield "unsigned", said
    yield "plain", {}


def percents(bare: str) -> Iterator[dict[str, object]]:
    """The decimals of a percentage's words, then with its word too."""
    decimals = _decimals(bare)
    yield {"decimals": decimals}
    word = "percent" if "percent" in bare else "%"
    yield {"word": word}
    yield {"decimals": decimals, "word": word}


def scaled(bare: str) -> dict[str, object]:
    """The scale and decimals of an amount's words."""
    scale = next((word for word in _SCALES if word in bare.lower()), "whole")
    return {"scale": scale, "decimals": _decimals(bare)}


def _decimals(bare: str) -> int:
    """How many digits stand behind the point."""
    digits = bare.partition(".")[2]
    count = 0
    while count < len(digits) and digits[count].isdigit():
        count += 1
    return count
