"""The page: whose series they are, a card a concept with chart and table, and the filings."""

import base64
import hashlib
from collections.abc import Sequence
from pathlib import Path

from tieout.model.series import History, Quarter, Series, Value
from tieout.reports.html.markup import safe
from tieout.series.outputs._words import (
    ADJUSTED,
    AGREEMENT,
    CHANGED,
    DERIVED,
    MEANINGS,
    agreement,
    company,
    filings,
    is_retold,
    marks,
    measured,
    percent,
    provenance,
    runs,
    scale,
    shown,
    splits,
    unheld,
)
from tieout.series.outputs.html.chart import chart

_STATEMENTS = {
    "income_statement": "Income statement",
    "balance_sheet": "Balance sheet",
    "cash_flow_statement": "Cash flow statement",
    "comprehensive_income": "Comprehensive income",
    "equity_statement": "Statement of equity",
}


def page(history: History) -> str:
    """The whole page."""
    style = Path(__file__).with_name("style.css").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    return "".join(
        (
            '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">\n',
            f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n',
            '<meta name="viewport" content="width=device-width, initial-scale=1">\n',
            '<meta name="referrer" content="no-referrer">\n',
            f"<title>{safe(company(history))} \u2014 tieout series</title>\n",
            f"<style>{style}</style></head><body>\n",
            _head(history),
            "<main>",
            *_groups(history),
            "</main>\n",
            _foot(history),
            "</body></html>\n",
        )
    )


def _head(history: History) -> str:
    """Whose series they are, over which quarters, and what the signs mean."""
    told = [one for series in history.series for one in series.quarters if one.value is not None]
    ends = sorted((one.fiscal_year, one.number, one.label) for one in told)
    span = f"{ends[0][2]} to {ends[-1][2]}" if ends else ""
    count = len(history.filings)
    words = f"{span} \u00b7 {count} filing{'' if count == 1 else 's'}"
    said = "".join(f"<p>{safe(sentence)}</p>" for sentence in splits(history))
    used = "".join(marks(one) for one in told)
    keys = "".join(
        f'<li><svg viewBox="0 0 12 12" aria-hidden="true">'
        f'<rect class="bar {name}" x="1" y="1" width="10" height="10"/></svg>'
        f"{f'<b>{sign}</b> ' if sign else ''}{safe(meaning)}</li>"
        for name, sign, meaning in (
            ("", "", "as reported"),
            ("derived", DERIVED, MEANINGS[DERIVED]),
            ("changed", CHANGED, MEANINGS[CHANGED]),
            ("adjusted", ADJUSTED, MEANINGS[ADJUSTED]),
        )
        if sign in used
    )
    return (
        f'<header class="head"><p class="mark">tieout series</p><h1>{safe(company(history))}</h1>'
        f'<p>{safe(words)}</p>{said}<ul class="keys">{keys}</ul></header>\n'
    )


def _groups(history: History) -> list[str]:
    """The cards, those of one statement together, as asked for."""
    pieces: list[str] = []
    before = None
    for number, series in enumerate(history.series):
        if series.statement != before:
            pieces.append("</div></section>" if before is not None else "")
            title = _STATEMENTS.get(series.statement, "Other lines")
            pieces.append(f'<section><h2>{title}</h2><div class="cards">')
            before = series.statement
        pieces.append(_card(series, number))
    return [*pieces, "</div></section>" if before is not None else ""]


def _card(series: Series, number: int) -> str:
    """One concept: its latest value, the chart, and the table."""
    power = scale(series)
    names = safe(" ".join(name.removeprefix("us-gaap:") for name in series.names))
    held = [quarter for quarter in series.quarters if quarter.value is not None]
    latest = held[-1] if held else None
    now = ""
    if latest is not None and latest.value is not None:
        growth = percent(latest.on_year)
        change = f" <i>{safe(growth)} on year</i>" if growth and growth != "n/m" else ""
        now = (
            f'<p class="now"><b>{safe(shown(latest.value.amount, power))}</b> '
            f"<span>{latest.label}</span>{change}</p>"
        )
    return (
        f'<article class="card" id="s{number}"><h3>{safe(series.caption)}</h3>'
        f'<p class="unit" title="{names}">{safe(measured(series))} \u00b7 '
        f"<code>{names}</code></p>{now}"
        f"{chart(series)}<details><summary>Every quarter, and where it comes from</summary>"
        f'<div class="wide">{_table(series, power)}</div></details></article>\n'
    )


def _table(series: Series, power: int) -> str:
    """A row a quarter, the latest first."""
    quarters = series.quarters
    has = {
        "First reported": any(map(is_retold, quarters)),
        "On year": any(quarter.on_year for quarter in quarters),
        "On quarter": any(quarter.on_quarter for quarter in quarters),
        "12 months": any(quarter.trailing for quarter in quarters),
    }
    heads = ["Quarter", "Ended", "Value", "", *(head for head, holds in has.items() if holds)]
    cells = "".join(f'<th scope="col">{head}</th>' for head in (*heads, "From"))
    lines = []
    for row in reversed(runs(quarters)):
        if isinstance(row, int):
            lines.append(f'<tr class="gap"><td colspan="{len(heads) + 1}">{unheld(row)}</td></tr>')
        else:
            shown_cells = _cells(row, power, [head for head, holds in has.items() if holds])
            lines.append(f"<tr>{''.join(shown_cells)}</tr>")
    return f"<table><thead><tr>{cells}</tr></thead><tbody>{''.join(lines)}</tbody></table>"


def _cells(quarter: Quarter, power: int, heads: Sequence[str]) -> list[str]:
    """The cells of a quarter's row."""
    value = quarter.value
    outcome = agreement(quarter)
    sign = f' <b class="{outcome}">{AGREEMENT[outcome]}</b>' if outcome else ""
    beside = ""
    if quarter.derived is not None:
        words = f"derived: {shown(quarter.derived.amount, power)}"
        beside = f' title="{safe(f"{words}; {provenance(quarter.derived, power)}")}"'
    said = {
        "First reported": _number(quarter.first if is_retold(quarter) else None, power),
        "On year": f"<td>{safe(percent(quarter.on_year))}</td>",
        "On quarter": f"<td>{safe(percent(quarter.on_quarter))}</td>",
        "12 months": _number(quarter.trailing, power),
    }
    source = value or quarter.trailing
    return [
        f'<th scope="row">{quarter.label}</th>',
        f'<td class="day">{quarter.end or ""}</td>',
        _number(value, power),
        f'<td class="signs"{beside}>{safe(marks(quarter))}{sign}</td>',
        *(said[head] for head in heads),
        f'<td class="from">{safe(provenance(source, power)) if source else ""}</td>',
    ]


def _number(value: Value | None, power: int) -> str:
    """A number, its provenance to be read where it is pointed at."""
    if value is None:
        return "<td></td>"
    return f'<td title="{safe(provenance(value, power))}">{safe(shown(value.amount, power))}</td>'


def _foot(history: History) -> str:
    """The filings by number, the signs, and what made the page."""
    lines = "".join(f"<li>{safe(words)}</li>" for words in filings(history))
    signs = "".join(
        f"<dt>{sign}</dt><dd>{safe(meaning)}</dd>"
        for sign, meaning in MEANINGS.items()
        if sign in AGREEMENT.values()
    )
    return (
        f'<footer><h2>Where the figures come from</h2><ul class="filings">{lines}</ul>'
        f"<dl>{signs}</dl><p>tieout \u00b7 this page fetches nothing and sends nothing</p>"
        "</footer>\n"
    )
