"""Values as TOML, and keys, as people would write them."""

from datetime import date

_PLAIN = ('"', "\\", "\n", "\t", "\r")


def value_in(value: object) -> str:
    """A value as TOML; lists of long words take a line each."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, date)):
        return str(value)
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, dict):
        told = ", ".join(f"{key_in(name)} = {value_in(one)}" for name, one in value.items())
        return f"{{ {told} }}" if told else "{}"
    assert isinstance(value, (tuple, list))  # nouns hold nothing else
    entries = [value_in(one) for one in value]
    line = f"[{', '.join(entries)}]"
    return line if len(line) <= 80 else "[\n" + "".join(f"  {one},\n" for one in entries) + "]"


def key_in(name: str) -> str:
    """A key, in quotes where it must be."""
    is_bare = name.isascii() and name.replace("-", "").replace("_", "").isalnum()
    return name if is_bare else _quoted(name)


def _quoted(words: str) -> str:
    """Words in quotes, what TOML forbids inside them escaped."""
    told = "".join(
        one if one >= " " and one != "\x7f" and one not in _PLAIN else _escape(one) for one in words
    )
    return f'"{told}"'


def _escape(one: str) -> str:
    """A character as TOML escapes it."""
    return {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"}.get(one, f"\\u{ord(one):04x}")
