"""A release's facts as xBRL-JSON, with the taxonomy that gives them meaning.

The report follows the Open Information Model 1.0 and xBRL-JSON 1.0 (XBRL International, 2021), its
network Calculations 1.1 (2023).
"""

from datetime import date, timedelta
from typing import TypeAlias

import msgspec

from tieout.lexicon.equivalents import equivalents
from tieout.lexicon.ifrs import reported
from tieout.model.period import Period
from tieout.model.registrant import registrant
from tieout.model.statement import Fact
from tieout.model.unit import PURE, SHARES, Unit
from tieout.model.workpaper import Release
from tieout.patterns import pattern
from tieout.xbrl.elements import Element, Elements, elements_of
from tieout.xbrl.links import Files
from tieout.xbrl.network import Network, network_of
from tieout.xbrl.taxonomy import OFFICIAL, taxonomy

_JSON = "https://xbrl.org/2021/xbrl-json"
_NO_CURRENCY = "XXX"
_CIK = "http://www.sec.gov/CIK"
_REGISTRANT = "urn:tieout:registrant"
_NOT_NAMES = pattern(r"[^A-Za-z0-9._-]+")
_NOT_WORDS = pattern(r"[^A-Za-z0-9]+")
_Json: TypeAlias = dict[str, object]


def package(release: Release, stem: str) -> dict[str, bytes]:
    """The report of a release with its taxonomy and where each fact was read, as files by name.

    `stem` begins every name. The report is `stem.json`, its entry point `stem.xsd`, and
    `stem-provenance.json` tells each fact's place by its id and what was left out, with reasons.
    """
    told = reported(release)
    elements = elements_of(release, told)
    network = network_of(release, elements)
    files = Files(stem, _namespace(release), "ifrs-full" if told.standards == "ifrs" else "us-gaap")
    axes = sorted({_axis(axis) for _, fact in elements.facts for axis, _ in fact.dimensions})
    return {
        f"{stem}.json": report(told, elements, files),
        f"{stem}-provenance.json": _provenance(told, elements, network),
        **taxonomy(files, elements, network, axes, told.statements),
    }


def stem_of(name: str) -> str:
    """A file's name without what follows its last point, in letters that a link can hold."""
    return _NOT_NAMES.sub("-", name.rpartition(".")[0] or name).strip("-") or "report"


def report(release: Release, elements: Elements, files: Files) -> bytes:
    """The facts as xBRL-JSON, in reading order, under the ids that the workpaper gives them."""
    entity, scheme = _entity(release)
    told: _Json = {
        "documentInfo": {
            "documentType": _JSON,
            "namespaces": {
                entity.partition(":")[0]: scheme,
                "ext": files.namespace,
                "iso4217": "http://www.xbrl.org/2003/iso4217",
                files.official: OFFICIAL[files.official],
                "xbrl": "https://xbrl.org/2021",
                "xbrli": "http://www.xbrl.org/2003/instance",
            },
            "taxonomy": [files.schema],
        },
        "facts": {
            name: _fact(element, fact, entity)
            for name, (element, fact) in _named(release, elements).items()
        },
    }
    return msgspec.json.format(msgspec.json.encode(told), indent=1)


def _named(release: Release, elements: Elements) -> dict[str, tuple[Element, Fact]]:
    """The facts by id, with their elements."""
    numbers = {id(fact): number for number, fact in enumerate(release.facts)}
    return {f"f{numbers[id(fact)]}": (element, fact) for element, fact in elements.facts}


def _fact(element: Element, fact: Fact, entity: str) -> _Json:
    """A fact: its number in whole units with XBRL's sign, its precision, and its dimensions."""
    dimensions: dict[str, str] = {"concept": element.name, "entity": entity}
    if fact.period is not None:
        dimensions["period"] = _period(fact.period)
    unit = _unit(fact.amount.unit)
    if unit:
        dimensions["unit"] = unit
    dimensions |= {_axis(axis): member for axis, member in fact.dimensions}
    return {
        "value": str(fact.amount),
        "decimals": fact.amount.decimals,
        "dimensions": dimensions,
    }


def _period(period: Period) -> str:
    """The period between midnights: a day ends when the next one begins."""
    end = f"{period.end + timedelta(days=1)}T00:00:00"
    return end if period.start is None else f"{period.start}T00:00:00/{end}"


def _unit(unit: Unit) -> str:
    """The unit as OIM writes it; empty for a pure number, which has none.

    Money must be of an ISO currency there: of an unknown one it is XXX, which stands for none.
    """
    if unit.is_unknown:
        unit = unit.in_currency(_NO_CURRENCY)
    if unit.is_money:
        return f"iso4217:{unit.currency}"
    if unit.currency:
        return f"iso4217:{unit.currency}/{_measure(unit.per)}"
    return "" if unit is PURE else _measure(unit.text)


def _measure(name: str) -> str:
    """What is counted, or what money is for each of, by its name in XBRL."""
    if name == SHARES.text:
        return "xbrli:shares"
    return f"ext:{_NOT_WORDS.sub('', name.removeprefix('ext:'))}"


def _axis(axis: str) -> str:
    """The dimension that a qualifier lies on: "adjustment" is ext:AdjustmentAxis."""
    return "ext:" + "".join(word.capitalize() for word in _NOT_WORDS.split(axis)) + "Axis"


def _entity(release: Release) -> tuple[str, str]:
    """The registrant by CIK where it is known, else by name; with the scheme's namespace."""
    who = registrant(release)
    if who.cik:
        return f"cik:{who.cik.zfill(10)}", _CIK
    return f"registrant:{_NOT_WORDS.sub('-', who.name).strip('-') or 'unknown'}", _REGISTRANT


def _namespace(release: Release) -> str:
    """The namespace of a release's own elements: the registrant and the period announced."""
    name = _NOT_WORDS.sub("-", registrant(release).key).strip("-") or "unknown"
    end = release.calendar.period_end if release.calendar else date.min
    return f"urn:tieout:{name}:{end:%Y%m%d}"


def _provenance(release: Release, elements: Elements, network: Network) -> bytes:
    """Where each fact was read, by its id, and what is not in the report."""
    document = release.document
    facts = {}
    for name, (element, fact) in _named(release, elements).items():
        figure = document.figures[fact.figure]
        statement = release.statements[fact.statement]
        facts[name] = {
            "text": document.text[figure.start : figure.end],
            "span": [figure.start, figure.end],
            "anchor": fact.anchor,
            "caption": fact.caption,
            "concept": fact.concept,
            "element": element.name,
            "named_by": fact.named_by,
            "likely": fact.likely and {"concept": fact.name, "value": str(fact.value)},
            "equivalents": equivalents(fact.name),
            "unit": fact.amount.unit.text,
            "statement": statement.title or statement.kind,
        }
    undated = len(release.facts) - len(elements.facts)
    told = {
        "document": {"name": document.name, "sha256": document.sha256},
        "facts": facts,
        "left_out": {
            "facts without a period": undated,
            "sums": list(network.left_out),
        },
    }
    return msgspec.json.format(msgspec.json.encode(told), indent=1)
