"""What a command says of the file that it wrote: how much stands in it, and what was found."""

from typing import TYPE_CHECKING

from tieout.reports._words import counted

if TYPE_CHECKING:
    from tieout.model.package import Package
    from tieout.model.sensitivity import Proof
    from tieout.model.series import History
    from tieout.model.workpaper import Release, Workpaper


def of_check(workpaper: "Workpaper") -> str:
    """How the figures ended, and what is open."""
    coverage = workpaper.coverage
    agree, rounds = coverage["agrees"], coverage["rounds"]
    parts = [
        counted(coverage["figures"], "figure"),
        f"{agree:,} agree{'s' * (agree == 1)}",
        *([f"{rounds:,} round{'s' * (rounds == 1)}"] if rounds else []),
        counted(len(workpaper.findings), "finding"),
        *([counted(len(workpaper.leads), "lead")] if workpaper.leads else []),
    ]
    notices = len(workpaper.notices)
    if notices:
        parts.append(f"{counted(notices, 'sign-off')} no longer hold{'s' * (notices == 1)}")
    return ", ".join(parts)


def of_package(package: "Package") -> str:
    """How many figures stand in more than one document, and what differs."""
    found = counted(len(package.causes), "finding")
    leads = f", {counted(len(package.leads), 'lead')}" if package.leads else ""
    return f"{counted(len(package.rows), 'figure')} in more than one document, {found}{leads}"


def of_proof(proof: "Proof") -> str:
    """How many errors were seeded, and how many of them caught."""
    return f"{counted(proof.total.errors, 'error')} seeded, {proof.total.caught:,} caught"


def of_reading(release: "Release") -> str:
    """How much was read."""
    sizes = (
        (release.document.figures, "figure"),
        (release.statements, "statement"),
        (release.facts, "fact"),
        (release.claims, "claim"),
    )
    return ", ".join(counted(len(found), noun) for found, noun in sizes)


def of_series(history: "History") -> str:
    """How many lines it follows, and over how many filings."""
    lines, filings = len(history.series), len(history.filings)
    return f"{counted(lines, 'line')} of {counted(filings, 'filing')}"
