"""What a batch has come to, on one screen: read, not read and why, figures, findings by rule."""

from tieout.batch.shard import Job, Outcome
from tieout.batch.tally import Tally
from tieout.harmless import on_a_line

_ENDINGS = (
    ("agree", "agrees"),
    ("round", "rounds"),
    ("differ", "differs"),
    ("not tested", "not_tested"),
    ("excluded", "excluded"),
)


def told(job: Job, outcome: Outcome) -> str:
    """The summary of a shard, and how many shards of its folder are done."""
    tally = outcome.shard
    of = f" of shard {job.shard} of {job.shards}" if job.shards > 1 else ""
    many = "" if tally.documents == 1 else "s"
    lines = [
        f"{job.output}: {tally.documents:,} document{many}{of}, {tally.bytes / 1e6:,.1f} MB",
        "",
        *_counted("read", tally.read, tally.documents),
        *(line for kind, count in _by_count(tally.failed) for line in _counted(kind, count)),
        "",
        f"  {'figures':<20}{tally.coverage.get('figures', 0):>15,}",
        *_endings(tally),
        "",
        f"  {'facts':<20}{tally.facts:>15,}",
        f"  {'claims':<20}{tally.claims:>15,}",
        f"  {'checks':<20}{tally.checks:>15,}",
        *_rules(tally),
    ]
    if job.shards > 1:
        folder = outcome.folder
        done = f"{len(folder.finished)} of {job.shards} shards are done"
        lines += ["", f"{done}, {folder.total.documents:,} documents: summary.json has them all"]
    return "\n".join(on_a_line(line).rstrip() for line in lines) + "\n"


def _counted(words: str, count: int, of: int = 0) -> list[str]:
    """A line of a count, with its share where it is one."""
    share = f"{count / of:>8.1%}" if of else ""
    return [f"  {words:<20}{count:>15,}{share}"]


def _endings(tally: Tally) -> list[str]:
    """How the figures ended."""
    whole = tally.coverage.get("figures", 0)
    return [
        line
        for words, name in _ENDINGS
        for line in _counted(f"  {words}", tally.coverage.get(name, 0), whole)
    ]


def _rules(tally: Tally) -> list[str]:
    """What differs and what may, by rule."""
    from tieout.rules.base import all_rules

    named = {rule.code: rule.name for rule in all_rules()}
    codes = sorted({*tally.findings, *tally.leads})
    if not codes:
        return []
    rows = [
        f"  {code}  {named.get(code, ''):<44}{tally.findings.get(code, 0):>9,}"
        f"{tally.leads.get(code, 0):>8,}"
        for code in codes
    ]
    return ["", f"  {'by rule':<51}{'findings':>9}{'leads':>8}", *rows]


def _by_count(counts: dict[str, int]) -> list[tuple[str, int]]:
    """The most frequent first."""
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
