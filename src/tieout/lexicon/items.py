"""The items of Form 8-K and their official titles, since 23 August 2004 and before."""

from fractions import Fraction

from tieout.patterns import pattern

TITLES: tuple[tuple[str, str], ...] = (
    ("1.01", "Entry into a Material Definitive Agreement"),
    ("1.02", "Termination of a Material Definitive Agreement"),
    ("1.03", "Bankruptcy or Receivership"),
    ("1.04", "Mine Safety - Reporting of Shutdowns and Patterns of Violations"),
    ("1.05", "Material Cybersecurity Incidents"),
    ("2.01", "Completion of Acquisition or Disposition of Assets"),
    ("2.02", "Results of Operations and Financial Condition"),
    (
        "2.03",
        "Creation of a Direct Financial Obligation or an Obligation under an Off-Balance Sheet"
        " Arrangement of a Registrant",
    ),
    (
        "2.04",
        "Triggering Events That Accelerate or Increase a Direct Financial Obligation or an"
        " Obligation under an Off-Balance Sheet Arrangement",
    ),
    ("2.05", "Costs Associated with Exit or Disposal Activities"),
    ("2.06", "Material Impairments"),
    (
        "3.01",
        "Notice of Delisting or Failure to Satisfy a Continued Listing Rule or Standard;"
        " Transfer of Listing",
    ),
    ("3.02", "Unregistered Sales of Equity Securities"),
    ("3.03", "Material Modification to Rights of Security Holders"),
    ("4.01", "Changes in Registrant's Certifying Accountant"),
    (
        "4.02",
        "Non-Reliance on Previously Issued Financial Statements or a Related Audit Report or"
        " Completed Interim Review",
    ),
    ("5.01", "Changes in Control of Registrant"),
    (
        "5.02",
        "Departure of Directors or Certain Officers; Election of Directors; Appointment of"
        " Certain Officers; Compensatory Arrangements of Certain Officers",
    ),
    (
        "5.02",
        "Departure of Directors or Principal Officers; Election of Directors; Appointment of"
        " Principal Officers",
    ),
    ("5.03", "Amendments to Articles of Incorporation or Bylaws; Change in Fiscal Year"),
    ("5.04", "Temporary Suspension of Trading Under Registrant's Employee Benefit Plans"),
    (
        "5.05",
        "Amendments to the Registrant's Code of Ethics, or Waiver of a Provision of the Code"
        " of Ethics",
    ),
    ("5.06", "Change in Shell Company Status"),
    ("5.07", "Submission of Matters to a Vote of Security Holders"),
    ("5.08", "Shareholder Director Nominations"),
    ("6.01", "ABS Informational and Computational Material"),
    ("6.02", "Change of Servicer or Trustee"),
    ("6.03", "Change in Credit Enhancement or Other External Support"),
    ("6.04", "Failure to Make a Required Distribution"),
    ("6.05", "Securities Act Updating Disclosure"),
    ("6.06", "Static Pool"),
    ("7.01", "Regulation FD Disclosure"),
    ("8.01", "Other Events"),
    ("9.01", "Financial Statements and Exhibits"),
    ("9.01", "Financial Statements, Pro Forma Financial Information and Exhibits"),
    ("1", "Changes in Control of Registrant"),
    ("2", "Acquisition or Disposition of Assets"),
    ("3", "Bankruptcy or Receivership"),
    ("4", "Changes in Registrant's Certifying Accountant"),
    ("5", "Other Events"),
    ("5", "Other Events and Regulation FD Disclosure"),
    ("5", "Other Events and Required FD Disclosure"),
    ("6", "Resignations of Registrant's Directors"),
    ("7", "Financial Statements and Exhibits"),
    ("7", "Financial Statements, Pro Forma Financial Information and Exhibits"),
    ("8", "Change in Fiscal Year"),
    ("9", "Regulation FD Disclosure"),
    ("9", "Sales of Equity Securities Pursuant to Regulation S"),
    (
        "10",
        "Amendments to the Registrant's Code of Ethics, or Waiver of a Provision of the Code of"
        " Ethics",
    ),
    ("11", "Temporary Suspension of Trading Under Registrant's Employee Benefit Plans"),
    ("12", "Results of Operations and Financial Condition"),
    ("12", "Disclosure of Results of Operations and Financial Condition"),
)
"""Numbers and titles; an item whose title was changed stands twice."""

_WORD = pattern(r"[a-z]+")
_SMALL = {"of", "or", "and", "the", "a", "an", "in", "to", "for", "under", "s", "with", "on"}
ENOUGH = Fraction(1, 2)
"""A title that shares less with every official one is none of them."""


def likeness(number: str, title: str) -> Fraction:
    """How like the printed title is to the item's official one: shared words over all words."""
    printed = _words(title)
    return max(
        (_shared(printed, _words(own)) for item, own in TITLES if item == number),
        default=Fraction(0),
    )


def items_titled(title: str) -> tuple[str, ...]:
    """The numbers of the items whose official title is most like the printed one."""
    printed = _words(title)
    scores = [(number, _shared(printed, _words(own))) for number, own in TITLES]
    best = max(score for _, score in scores)
    if best < ENOUGH:
        return ()
    return tuple(dict.fromkeys(number for number, score in scores if score == best))


def _words(title: str) -> frozenset[str]:
    """The words that tell titles apart; plurals count as singulars."""
    return frozenset(
        word.removesuffix("s") for word in _WORD.findall(title.lower()) if word not in _SMALL
    )


def _shared(one: frozenset[str], other: frozenset[str]) -> Fraction:
    """Words in both over words in either."""
    return Fraction(len(one & other), len(one | other) or 1)
