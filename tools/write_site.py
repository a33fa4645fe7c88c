"""The docs, the rules' pages and the findings as pages for any static host, beside the checker.

    python tools/write_site.py FOLDER

Every page reads without a script, fetches nothing but pictures of the site, and links to the
others. The checker is FOLDER/check/index.html, as `tieout web-bundle` makes it.
"""

import posixpath
import shutil
import sys
from functools import cache
from html import escape
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from tieout.patterns import pattern
from tieout.reports.html.page import hashed
from tieout.rules.base import all_rules
from tieout.web.parts import REVIEW

HOUSE = Path(__file__).resolve().parent.parent
LISTED = ("README.md", "CHANGELOG.md", "ARCHITECTURE.md", "CONTRIBUTING.md")
RULES = "docs/rules.html"
DECISIONS = "docs/decisions.html"
COPIED = ("docs/workpaper.png", "docs/workpaper.schema.json")
CHECKER = "check/index.html"
LINKS = (
    ("tieout", "index.html"),
    ("Try it", CHECKER),
    ("Rules", RULES),
    ("Findings", "docs/findings.html"),
    ("Benchmark", "docs/performance.html"),
    ("In the browser", "docs/browser.html"),
    ("Changes", "CHANGELOG.html"),
)
_ODD = pattern(r"[^\w\- ]")


def main(folder: Path) -> int:
    """Writes the site."""
    sources = {page_of(source): source for source in every()}
    for place, source in sources.items():
        put(folder, place, source.read_text("utf-8"), source)
    put(folder, RULES, rules(), HOUSE / "docs" / "rules.md")
    put(folder, DECISIONS, decisions(), HOUSE / "docs" / "decisions.md")
    for extra in COPIED:
        shutil.copy(HOUSE / extra, folder / extra)
    print(f"{folder}: {len(sources) + 2} pages")
    return 0


@cache
def every() -> tuple[Path, ...]:
    """The Markdown that pages are made of."""
    folders = (HOUSE / "docs", HOUSE / "src" / "tieout")
    found = (one for folder in folders for one in sorted(folder.rglob("*.md")))
    return (*(HOUSE / name for name in LISTED), *found)


def page_of(source: Path) -> str:
    """Where a page stands in the site."""
    place = source.relative_to(HOUSE).with_suffix(".html").as_posix()
    if place == "README.html":
        return "index.html"
    return place.replace("src/tieout/", "docs/")


def decisions() -> str:
    """The list of decisions, as Markdown."""
    pages = sorted((HOUSE / "docs" / "decisions").glob("*.md"))
    titles = ((page.name, page.read_text("utf-8").partition("\n")[0][2:]) for page in pages)
    lines = (f"- [{title.replace('. ', ' ', 1)}](decisions/{name})" for name, title in titles)
    return "\n".join(("# Decisions", "", "Why it is as it is.", "", *lines)) + "\n"


def rules() -> str:
    """The list of rules, as Markdown."""
    rows = (
        f"| [{one.code}](../{one.page.relative_to(HOUSE).as_posix()}) | {one.name} | {one.title} |"
        for one in sorted(all_rules(), key=lambda one: one.code)
    )
    head = (
        "# Rules\n\nWhat tieout tests, each rule with its page.\n\n| code | name | what it says |"
    )
    return "\n".join((head, "|---|---|---|", *rows)) + "\n"


def put(folder: Path, place: str, words: str, source: Path) -> None:
    """Writes a page."""
    path = folder / place
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page(place, words, source), "utf-8")


def page(place: str, words: str, source: Path) -> str:
    """A whole page, of the Markdown of a file."""
    marked = MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens = marked.parse(words)
    title = next((one.content for one in tokens if one.type == "inline"), "tieout")
    for token, inside in zip(tokens, [*tokens[1:], None], strict=True):
        if token.type == "heading_open" and inside is not None:
            token.attrs["id"] = named(inside.content)
        for one in token.children or ():
            redirect(one, place, source)
    body = marked.renderer.render(tokens, marked.options, {})
    body = body.replace("<table>", '<div class="table"><table>').replace(
        "</table>", "</table></div>"
    )
    style = "".join(
        path.read_text("utf-8")
        for path in (REVIEW / "page.css", Path(__file__).with_suffix(".css"))
    )
    policy = f"default-src 'none'; style-src '{hashed(style)}'; img-src 'self' data:"
    links = "".join(
        f'<li{" class=try" * (to == CHECKER)}><a href="{relative(to, place)}">{name}</a></li>'
        for name, to in LINKS
    )
    return (
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)} \u2014 tieout</title>\n<style>{style}</style></head><body>\n"
        f'<nav aria-label="Pages"><ul>{links}</ul></nav>\n<main>\n{body}</main></body></html>\n'
    )


def redirect(token: Token, place: str, source: Path) -> None:
    """A link to a file of the house leads to its page, or is words where it has none."""
    if token.type not in ("link_open", "image"):
        return
    key = "href" if token.type == "link_open" else "src"
    path, hash_, anchor = str(token.attrs[key]).partition("#")
    if not path or "://" in path:
        return
    to = leads(source.parent / path)
    if to is None:
        del token.attrs[key]
    else:
        token.attrs[key] = relative(to, place) + hash_ + anchor


def leads(target: Path) -> str | None:
    """Where in the site a file of the house is; None where it is not."""
    target = target.resolve()
    if target == HOUSE / "docs" / "decisions":
        return DECISIONS
    if target.suffix == ".md":
        return page_of(target) if target in every() else None
    place = target.relative_to(HOUSE).as_posix() if target.is_relative_to(HOUSE) else ""
    return place if place in COPIED else None


def relative(to: str, place: str) -> str:
    """The way from a page to another."""
    return posixpath.relpath(to, posixpath.dirname(place) or ".")


def named(heading: str) -> str:
    """What a heading is called in a link, as forges do it."""
    return _ODD.sub("", heading.lower()).replace(" ", "-")


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
