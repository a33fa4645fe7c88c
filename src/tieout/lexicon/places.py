"""States and countries by EDGAR's codes, and whether words are a place: "FORT WORTH, TX"."""

from tieout.patterns import pattern

_TOLD = (
    "AL Alabama, AK Alaska, AZ Arizona, AR Arkansas, CA California, CO Colorado, CT Connecticut,"
    " DE Delaware, DC District of Columbia, FL Florida, GA Georgia, HI Hawaii, ID Idaho,"
    " IL Illinois, IN Indiana, IA Iowa, KS Kansas, KY Kentucky, LA Louisiana, ME Maine,"
    " MD Maryland, MA Massachusetts, MI Michigan, MN Minnesota, MS Mississippi, MO Missouri,"
    " MT Montana, NE Nebraska, NV Nevada, NH New Hampshire, NJ New Jersey, NM New Mexico,"
    " NY New York, NC North Carolina, ND North Dakota, OH Ohio, OK Oklahoma, OR Oregon,"
    " PA Pennsylvania, PR Puerto Rico, RI Rhode Island, SC South Carolina, SD South Dakota,"
    " TN Tennessee, TX Texas, UT Utah, VT Vermont, VA Virginia, WA Washington, WV West Virginia,"
    " WI Wisconsin, WY Wyoming, A0 Alberta, A1 British Columbia, A2 Manitoba, A6 Ontario,"
    " A8 Quebec, D0 Bermuda, E9 Cayman Islands, L2 Ireland, L3 Israel, N4 Luxembourg,"
    " P7 Netherlands, V8 Switzerland, Y9 Jersey, 1T Marshall Islands"
)
STATES = dict(one.strip().split(" ", 1) for one in _TOLD.split(","))
"""Names by code."""

_PLACE = pattern(r"[^,;:()0-9]{2,40},\s*(?P<state>[^\W\d_][\w. ]{0,30}?)\.?\Z")
_SHORTEST = 3
_OF_FIRMS = frozenset({"CO", "NV"})
"""Codes that stand behind a firm's name as often."""


def names_place(words: str) -> bool:
    """True for a city with its state or country, in full, shortened, or by its code."""
    found = _PLACE.match(words.strip())
    if found is None:
        return False
    state = found["state"].replace(".", "").strip()
    if state in STATES and len(state) == 2:
        return state not in _OF_FIRMS
    names = [name.lower() for name in STATES.values()]
    return len(state) >= _SHORTEST and any(name.startswith(state.lower()) for name in names)
