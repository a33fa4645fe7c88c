"""tieout explain: a rule's page, or the list of rules."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from tieout.rules.base import Rule

EPILOG = """\b
Examples:
  tieout explain            every rule, with its tick letter
  tieout explain FT001      what it tests, why it matters, when it is wrong
"""


@click.command(epilog=EPILOG)
@click.argument("code", required=False)
@click.option("--color/--no-color", default=None, help="Colours; by default on a terminal only.")
def command(code: str | None, *, color: bool | None) -> int:
    """Explains the rule of that CODE or name; alone, lists every rule."""
    from tieout.cli._streams import deliver, has_colour, terminal_width
    from tieout.reports.terminal import pages
    from tieout.rules.base import all_rules

    width, colour = terminal_width(), has_colour(choice=color)
    if code is None:
        listed = [(rule.code, rule.tick, rule.name, rule.title) for rule in all_rules()]
        deliver(pages.listing(listed, width=width, colour=colour), None)
        return 0
    page = _rule(code).page.read_text("utf-8")
    deliver(pages.page(page, width=width, colour=colour), None)
    return 0


def _rule(code: str) -> "Rule":
    """The rule of that code or name; raises Misuse, with the nearest, where there is none."""
    from tieout.cli._rules import near
    from tieout.errors import Misuse
    from tieout.rules.base import all_rules

    for rule in all_rules():
        if code.upper() == rule.code or code.lower() == rule.name:
            return rule
    raise Misuse(f"there is no rule {code!r}{near(code, all_rules())}")
