"""Facts of many filings to one company's quarters: derived, restated, as first reported."""
