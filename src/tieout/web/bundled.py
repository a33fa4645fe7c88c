"""The page as one file: all that it needs is in it, and its policy forbids the browser the rest."""

import base64
import gzip
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

import tieout
from tieout.packages.outputs import html
from tieout.readers import LARGEST
from tieout.reports.html.page import beside, hashed
from tieout.web import parts

_EXAMPLES = {"against": "*-8k.txt", "draft": "*-release.txt"}
"""The draft is dropped last: it is then checked once, against the earliest of the filings."""

_PLACES = (Path(__file__).with_name("examples"), Path(tieout.__file__).parents[2] / "examples")
"""Where the examples are: in what is installed, and in a clone."""


def bundled(files: Mapping[str, bytes]) -> str:
    """The page, of the packages that it is made of besides tieout."""
    style = "".join(_read(path) for path in (parts.REVIEW / "page.css", parts.PAGE / "here.css"))
    script = parts.page()
    whole = _read(parts.REVIEW / "index.html")
    for old, new in (
        ('<meta charset="utf-8">', f'<meta charset="utf-8">\n{_policy(script, style)}'),
        ('<link rel="stylesheet" href="page.css">', f"<style>{style}</style>"),
        ('<script type="module" src="page.js"></script>\n', ""),
        ("<body ", f'<body data-largest="{LARGEST}" '),
        ('<div id="notices">', f'{_here()}<div id="notices">'),
        ("</body>", f"{''.join(_data(files))}{_script(script)}</body>"),
    ):
        head, found, tail = whole.partition(old)
        assert found, f"the page of a review has no {old!r}"
        whole = f"{head}{new}{tail}"
    return whole


def _policy(script: str, style: str) -> str:
    """What the page may do: run what is in it. A workpaper shown in it is bound by this too."""
    matrix = _read(Path(html.__file__).with_name("html.css"))
    scripts = _hashes(script, beside("script.js"))
    styles = _hashes(style, beside("style.css"), matrix)
    told = (
        f"default-src 'none'; script-src {scripts} blob: 'wasm-unsafe-eval'; style-src {styles}; "
        "worker-src blob:; img-src data:; form-action 'none'; base-uri 'none'"
    )
    return f'<meta http-equiv="Content-Security-Policy" content="{told}">'


def _hashes(*sources: str) -> str:
    """Sources as a policy names them."""
    return " ".join(f"'{hashed(one)}'" for one in sources)


def _here() -> str:
    """What is told of the page itself, with a button for the example where there is one."""
    button = '<button id="example" type="button">Try it with an example</button>'
    return _read(parts.PAGE / "here.html").replace("<!-- example -->", button * bool(_examples()))


def _data(files: Mapping[str, bytes]) -> Iterator[str]:
    """What the page carries: the examples, the worker, and behind it all that it loads."""
    for role, path in _examples().items():
        yield _packed(f'data-example="{role}" data-name="{escape(path.name)}"', path.read_bytes())
    yield _packed('data-part="worker.js"', parts.worker(files).encode())
    for name, raw in parts.parts(files).items():
        yield _packed(f'data-part="{escape(name)}"', raw)


def _packed(named: str, raw: bytes) -> str:
    """Bytes in an element that no browser runs."""
    packed = base64.b64encode(gzip.compress(raw, 9, mtime=0)).decode("ascii")
    return f'<script type="text/plain" {named}>{packed}</script>\n'


def _script(source: str) -> str:
    """The script of the page; raises ValueError for one that would end before its end."""
    if "</script" in source.lower() or "<!--" in source:
        raise ValueError("the script of the page has words that end a script")
    return f'<script type="module">{source}</script>\n'


def _examples() -> dict[str, Path]:
    """The documents of the example by role; none where they were not installed."""
    folder = next((one for one in _PLACES if one.is_dir()), None)
    if folder is None:
        return {}
    return {role: min(folder.glob(named)) for role, named in _EXAMPLES.items()}


def _read(path: Path) -> str:
    """The text of a file."""
    return path.read_text("utf-8")
