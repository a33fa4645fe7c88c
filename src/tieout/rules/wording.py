"""What a check that could not be made says it needs."""

from tieout.model.period import Period


def needs(caption: str, period: Period | None) -> str:
    """The missing operand by name, and how to supply it."""
    if caption == "figure":
        return "what this figure is a figure of is not understood"
    if period is None:
        return f"which period the words mean is not clear: needs {caption} for a stated period"
    when = f"at {period.spoken()}" if period.is_instant else f"for the {period.spoken()}"
    return f"needs {caption} {when}: give the document that reports it with --against"
