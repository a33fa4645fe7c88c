"""Excerpts of filings that books are started from."""

# Capstone Turbine Corporation, Exhibit 99.1 of its Form 8-K of November 8, 2007: a few lines.
CAPSTONE = """\
Capstone Turbine Corporation Announces Second Quarter Fiscal 2008 Operating Results

CHATSWORTH, Calif.--(BUSINESS WIRE)--Nov. 8, 2007--Capstone Turbine Corporation (NASDAQ:CPST) \
reported operating results for its second quarter ended September 30, 2007.

Financial Summary

Revenue for the second quarter was $7.2 million, an increase of approximately 145% from the \
$2.9 million reported for the same period last year.

The reported gross loss for the second quarter was $0.8 million, or 10% of revenue.

Capstone's net loss was $8.5 million, or $0.06 per share, for the second quarter, a decrease of \
$1.9 million from the $10.4 million loss, or $0.10 per share, reported for the same period last \
year. Access to the replay of the webcast will be available for 90 days.

CAPSTONE TURBINE CORPORATION
CONDENSED CONSOLIDATED STATEMENTS OF OPERATIONS
(In thousands, except per share data)
(Unaudited)

\tThree Months Ended September 30, 2007\tThree Months Ended September 30, 2006
Revenue\t$ 7,219\t$ 2,946
Cost of goods sold\t7,975\t5,282
Gross loss\t(756)\t(2,336)
Operating costs and expenses:
Research and development\t2,167\t2,329
Selling, general and administrative\t6,024\t6,412
Total operating costs and expenses\t8,191\t8,741
Loss from operations\t(8,947)\t(11,077)
Interest income\t494\t658
Net loss\t$ (8,453)\t$ (10,419)
Net loss per share of common stock - basic and diluted\t$ (0.06)\t$ (0.10)
Weighted average shares outstanding\t145,440\t103,901
"""

# nVent Electric plc, Exhibit 99.1 of April 29, 2020: its first table, a few rows.
NVENT = """\
<p>nVent Announces First Quarter 2020 Financial Results</p>
<p>LONDON, UNITED KINGDOM \u2013 April 29, 2020 \u2013 nVent Electric plc (NYSE:NVT) announced \
results for the first quarter ended March 31, 2020.</p>
<p>First quarter sales of $521 million were down 3 percent relative to the first quarter 2019.</p>
<p>\u2022 Net debt to EBITDA was {{ 2.3x }} *as* _reported_.</p>
<p><b>FIRST QUARTER PERFORMANCE ($ in millions)</b></p>
<table>
<tr><td></td><td colspan="3">Three months ended</td></tr>
<tr><td></td><td>March 31, 2020</td><td>March 31, 2019</td><td>% / point change</td></tr>
<tr><td>Net Sales</td><td>$521</td><td>$538</td><td>-3%</td></tr>
<tr><td>Operating Income</td><td>$60</td><td>$78</td><td>-22%</td></tr>
<tr><td>Reported ROS</td><td>11.6%</td><td>14.4%</td><td></td></tr>
<tr><td>Adjusted ROS</td><td>15.6%</td><td>17.9%</td><td>-230 bps</td></tr>
</table>
"""
