"""Writes both files of a new rule: the module and the page beside it."""

import re
import sys
from pathlib import Path

RULES = Path(__file__).resolve().parent.parent / "src" / "tieout" / "rules"
TICKS = {
    "foot": ("FT", "F"),
    "roll_forward": ("RF", "RF"),
    "tie": ("TI", "T"),
    "recompute": ("RX", "RX"),
    "support": ("SU", "S"),
    "form": ("FM", "FM"),
    "presentation": ("PR", "PR"),
    "left_behind": ("LB", "LB"),
    "read": ("RD", "RD"),
}
"""Each family's folder, the letters of its codes, and its tick mark."""

OWN = {"columns-do-not-cross-foot": "CF"}
"""Rules with a tick mark of their own: auditors tell sums across from sums down."""

MODULE = '''"""<One sentence: what is true of a release that passes.>"""

from collections.abc import Iterator

from tieout.model.check import Check
from tieout.evidence.gathered import Evidence
from tieout.rules.base import rule


@rule("{code}", "{name}", tick="{tick}")
def {function}(evidence: Evidence) -> Iterator[Check]:
    """<Find the operands in the evidence, and yield from one of the verbs.>"""
    yield from ()
'''

PAGE = """# {name} ({code})
<What it finds, in one sentence.>
## Procedure
<What is computed, from which facts, and what an absent one means.>
## Why it matters
<What a reader would get wrong.>
## When it is wrong
<Quantity false alarms and known misses, said plainly.>
## References
<Regulation S-X, ASC, Regulation G; or: none.>
## Cases
### It agrees
```text
<A release as small as can be.>
```
```checks
```
### It differs
```text
<The same, with the error.>
```
```checks
```
"""


def refusal(family: str, code: str, name: str, rules: Path = RULES) -> str:
    """Why no such rule can be made; empty where it can."""
    if family not in TICKS:
        return f"FAMILY is one of {', '.join(TICKS)}; not {family!r}"
    letters = TICKS[family][0]
    if not re.fullmatch(rf"{letters}[0-9]{{3}}", code):
        return f"CODE of the family {family} is {letters} and three digits; not {code!r}"
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)+", name):
        return f"NAME states the defect, in words joined by '-'; not {name!r}"
    for page in rules.rglob("*.md"):
        if f"({code})" in page.read_text("utf-8").partition("\n")[0]:
            return f"{code} is taken by {page.relative_to(rules)}; a code is never used again"
    return ""


def write_rule(family: str, code: str, name: str, rules: Path = RULES) -> tuple[Path, Path]:
    """The module and the page, written; an existing file is never overwritten."""
    stem = name.replace("-", "_")
    module = rules / family / f"{stem}.py"
    page = module.with_suffix(".md")
    module.parent.mkdir(parents=True, exist_ok=True)
    package = module.parent / "__init__.py"
    if not package.exists():
        package.write_text(f'"""The {family.replace("_", "-")} family of rules."""\n', "utf-8")
    words = {"code": code, "name": name, "tick": TICKS[family][1], "function": stem}
    for path, pattern in ((module, MODULE), (page, PAGE)):
        with path.open("x", encoding="utf-8") as file:
            file.write(pattern.format(**words))
    return module, page


def main(arguments: list[str]) -> int:
    """Writes the rule the arguments name, or says why not."""
    if len(arguments) != 3 or not all(arguments):
        print("make new-rule FAMILY=recompute CODE=RX001 NAME=margin-does-not-recompute")
        return 2
    family, code, name = arguments
    if reason := refusal(family, code, name):
        print(reason, file=sys.stderr)
        return 2
    for path in write_rule(family, code, name):
        print(f"wrote {path.relative_to(RULES.parents[2])}")
    print("Fill both in; then `make update` writes the cases' checks. No other file changes.")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
