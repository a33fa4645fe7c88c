"""A malicious filing runs nothing and fetches nothing, with the page's policy and without it."""

from collections.abc import Callable
from typing import Any

import pytest

from tieout.api import check, read

Open = Callable[..., Any]

HIT = "window.hit=1"
AWAY = "http://evil.test/x"
PAYLOADS = [
    f"<script>{HIT}</script>",
    f"<ScRiPt >{HIT}</sCrIpT>",
    f"<script src={AWAY}></script>",
    f"<script type=module>{HIT}</script>",
    f"</script><script>{HIT}</script>",
    f"</template><script>{HIT}</script>",
    f"</style><script>{HIT}</script>",
    f"</title><script>{HIT}</script>",
    f"--></script><script>{HIT}</script>",
    f"<!--<script>--><script>{HIT}</script>",
    f"<img src=x onerror={HIT}>",
    f"<img src={AWAY}>",
    f"<img srcset='{AWAY} 2x'>",
    f"<svg onload={HIT}>",
    f"<svg><script>{HIT}</script></svg>",
    f"<svg><use href='{AWAY}#a'/></svg>",
    f"<svg><image href={AWAY} /></svg>",
    f"<svg><animate onbegin={HIT} attributeName=x dur=1s>",
    f"<svg><style><img src=x onerror={HIT}></style></svg>",
    f"<math><mtext><table><mglyph><style><img src=x onerror={HIT}>",
    f"<math href='javascript:{HIT}'>5</math>",
    f"<form><math><mtext></form><form><mglyph><style></math><img src=x onerror={HIT}>",
    f"<a href='javascript:{HIT}'>5</a>",
    f"<a href='data:text/html,<script>{HIT}</script>'>5</a>",
    f"<iframe src='javascript:parent.{HIT}'></iframe>",
    f"<iframe srcdoc='<script>parent.{HIT}</script>'></iframe>",
    f"<iframe src={AWAY}></iframe>",
    f"<object data={AWAY}></object>",
    f"<embed src={AWAY}>",
    f"<video src={AWAY} autoplay></video>",
    f"<audio src=x onerror={HIT}></audio>",
    f"<link rel=stylesheet href={AWAY}>",
    f"<link rel=prefetch href={AWAY}>",
    f"<style>@import '{AWAY}';</style>",
    f"<style>*{{background:url({AWAY})}}</style>",
    f"<p style='background:url({AWAY})'>5</p>",
    f"<p style='width:expression({HIT})'>5</p>",
    f"<body onload={HIT}>",
    f"<meta http-equiv=refresh content='0;url={AWAY}'>",
    f"<base href='{AWAY}'>",
    f"<form action={AWAY}><input type=submit autofocus onfocus={HIT}></form>",
    f"<input autofocus onfocus={HIT}>",
    f"<details open ontoggle={HIT}>5</details>",
    f"<marquee onstart={HIT}>5</marquee>",
    f"<template><script>{HIT}</script></template>",
    f"<noscript><p title='</noscript><img src=x onerror={HIT}>'>",
    f"<textarea></textarea><img src=x onerror={HIT}>",
    f"<xmp><img src=x onerror={HIT}></xmp>",
    f"<![CDATA[<img src=x onerror={HIT}>]]>",
    f'"onmouseover="{HIT}" onfocus="{HIT}" x="',
    f"' onpointerover='{HIT}",
    f"&lt;img src=x onerror={HIT}&gt;",
    f"&#60;script&#62;{HIT}&#60;/script&#62;",
    f"\\u003cscript\\u003e{HIT}\\u003c/script\\u003e",
    f"{{}}${{{HIT}}}`${{{HIT}}}`",
    f"\u2028{HIT}\u2029//",
]
NAME = f"a\"><img src=x onerror={HIT}>'.htm"


def as_text() -> bytes:
    """Every payload in a heading, in a sentence that claims something, and in a table."""
    rows = "\n".join(f"Cost {one}\t{n}1,{n:03}\t{n}2,{n:03}" for n, one in enumerate(PAYLOADS, 1))
    plain = "The Company sells equipment to customers in many markets of the world. " * 5
    told = "\n\n".join(
        f"Section {one}\n\nRevenue {one} was $7,219 {one}, up {n}% from $2,946.\n\n{plain}"
        for n, one in enumerate(PAYLOADS, 1)
    )
    return f"ACME <b>{PAYLOADS[0]}\n\n{told}\n\n\t2008\t2007\n{rows}\n".encode()


def as_html() -> bytes:
    """Every payload as a page has it, and escaped, so that it is words there."""
    told = "".join(
        f"<p>Revenue was $7,219, up {n}% {one}</p>"
        f"<p>Income {one.replace('&', '&amp;').replace('<', '&lt;')} was $2,946.</p>"
        for n, one in enumerate(PAYLOADS, 1)
    )
    rows = "".join(
        f"<tr><td>{one.replace('<', '&lt;')}</td><td>{n},219</td><td>{n},946</td></tr>"
        for n, one in enumerate(PAYLOADS, 1)
    )
    plain = "<p>The Company sells equipment to customers in many markets of the world. " * 200
    table = f"<table><tr><td></td><td>2008</td><td>2007</td></tr>{rows}</table>"
    return f"<html><body>{plain}{table}{told}{table}</body></html>".encode()


@pytest.mark.parametrize("without", ["", "<meta http-equiv"], ids=["policy", "no policy"])
@pytest.mark.parametrize("source", [as_text, as_html])
def test_a_malicious_filing_does_nothing(
    opened: Open, source: Callable[[], bytes], without: str
) -> None:
    assert len(PAYLOADS) >= 40
    subject = read(source(), name=NAME)
    workpaper = check(subject, [read(as_text(), name=f"other-{NAME}.txt")])
    with opened(workpaper, without=without) as reader:
        page = reader.page
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        figures = page.locator("#document a")
        for number in range(0, figures.count(), max(figures.count() // 8, 1)):
            figures.nth(number).evaluate("one => one.click()")
        reader.key("n", "/")
        page.keyboard.type("img")
        page.select_option("#rule", index=1)
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        page.wait_for_timeout(50)
        assert page.evaluate("window.hit") is None
        assert reader.asked == []
        assert [one for one in reader.said if "evil" in one or "hit" in one] == []
        ours = {"html", "head", "meta", "title", "style", "body", "script", "template"}
        held = set(page.evaluate("[...document.querySelectorAll('*')].map(one => one.localName)"))
        assert not held & {"img", "iframe", "object", "embed", "video", "audio", "link", "base"}
        assert not held & {"form", "math", "noscript", "marquee", "use", "image", "animate"}
        assert ours <= held
        assert page.locator("script").count() == 1
        assert page.evaluate(
            "[...document.querySelectorAll('*')].every(one => one.getAttributeNames()"
            ".every(name => !name.startsWith('on') && name !== 'style'))"
        )
