import pytest

from tieout.forms.standards import standards


@pytest.mark.parametrize(
    "text",
    [
        "The statements are prepared in accordance with IFRS Accounting Standards.",
        "prepared in accordance with International Financial Reporting Standards",
        "The interim report complies with IAS 34 Interim Financial Reporting as adopted by the EU.",
        "in accordance with UK-adopted international accounting standards",
        "Consolidated results for the year ended March 31, 2025 [IFRS]",
        "have been prepared in accordance with generally accepted accounting principles ('GAAP'),"
        " more specifically International Accounting Standard 34. We use non-GAAP measures.",
        "non-IFRS measures. Our non-IFRS measures. These non-IFRS measures are no substitute.",
        "prepared in conformity with IFRS. A reconciliation to US GAAP is given elsewhere.",
    ],
)
def test_a_document_that_says_its_statements_follow_ifrs(text: str) -> None:
    assert standards(text, "release") == "ifrs"


@pytest.mark.parametrize(
    "text",
    [
        "The statements are prepared in accordance with U.S. GAAP.",
        "in conformity with accounting principles generally accepted in the United States."
        " The measure is not defined under IFRS.",
        "prepared in accordance with US GAAP, which differ in certain respects from statements"
        " prepared in accordance with IFRS.",
        "prepared in accordance with U.S. GAAP. An investee reports in accordance with IFRS.",
    ],
)
def test_a_mention_of_other_standards_is_no_basis(text: str) -> None:
    assert standards(text, "release") == "us-gaap"


@pytest.mark.parametrize(
    "text",
    [
        "Our results differ from International Financial Reporting Standards (IFRS).",
        "Our auditors know International Financial Reporting Standards (IFRS) and U.S. law.",
    ],
)
def test_a_short_name_in_brackets_is_no_heading(text: str) -> None:
    assert standards(text, "release") == ""


def test_standards_of_one_subject_are_no_basis() -> None:
    assert standards("Leases are measured in accordance with IFRS 16.", "release") == ""


def test_domestic_forms_follow_us_gaap_and_others_must_say() -> None:
    assert standards("Net income was $5 million.", "10-Q") == "us-gaap"
    assert standards("Net income was $5 million.", "6-K") == ""
