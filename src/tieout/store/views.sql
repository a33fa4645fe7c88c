-- Questions with a name. Only what a company tells of itself as a whole is asked for: facts of the
-- primary statements, without dimensions, with a period.

CREATE VIEW filing AS -- every document, with how its figures ended
SELECT d.*, r.* EXCLUDE (document)
FROM document AS d JOIN run AS r ON r.document = d.document
ORDER BY d.company, d.period_end, d.announced;

CREATE VIEW told AS -- the first telling of a number in each document; `quarter_end` is the filing's
SELECT d.company, f.concept, f.period_start, f.period_end, f.unit, f.value, f.digits, f.decimals,
       f.caption, d.period_end AS quarter_end, d.announced, d.kind, f.document, f.figure
FROM fact AS f
JOIN statement AS s ON s.document = f.document AND s.number = f.statement
JOIN "column" AS c
  ON c.document = f.document AND c.statement = f.statement AND c.number = f."column"
JOIN document AS d ON d.document = f.document
WHERE s.is_face AND c.measure = '' AND f.dimensions = '' AND f.period_end IS NOT NULL
QUALIFY row_number() OVER (
    PARTITION BY f.document, f.concept, f.period_start, f.period_end, f.unit ORDER BY f.number
) = 1;

CREATE VIEW first_reported AS -- each number as the earliest filing reported it
SELECT *
FROM told
QUALIFY row_number() OVER (
    PARTITION BY company, concept, period_start, period_end, unit
    ORDER BY quarter_end NULLS LAST, announced NULLS LAST, document
) = 1;

CREATE VIEW last_reported AS -- each number as the latest filing reported it
SELECT *
FROM told
QUALIFY row_number() OVER (
    PARTITION BY company, concept, period_start, period_end, unit
    ORDER BY quarter_end DESC NULLS LAST, announced DESC NULLS LAST, document DESC
) = 1;

CREATE VIEW series AS -- quarters and balances of each concept: as first reported, as last restated
SELECT f.company, f.concept, f.period_start, f.period_end, f.unit,
       f.value AS first_reported, l.value AS last_reported,
       f.document AS first_document, l.document AS last_document
FROM first_reported AS f
JOIN last_reported AS l
  ON l.company = f.company AND l.concept = f.concept AND l.period_end = f.period_end
 AND l.unit = f.unit AND l.period_start IS NOT DISTINCT FROM f.period_start
WHERE f.period_start IS NULL
   OR date_diff('day', f.period_start, f.period_end) + 1 BETWEEN 80 AND 100 -- 12 to 14 weeks
ORDER BY f.company, f.concept, f.period_end, f.period_start;

CREATE VIEW open_finding AS -- what differs, the errors first
SELECT d.company, d.name, d.period_end, k.severity, k.rule, k.name AS defect, g.text AS reported,
       k.expected, k.difference, k.cause, k.message, k.ground, k.document, k.figure
FROM "check" AS k
JOIN document AS d ON d.document = k.document
JOIN figure AS g ON g.document = k.document AND g.number = k.figure
WHERE k.outcome = 'differs'
ORDER BY k.severity <> 'error', d.company, d.period_end, k.number;

CREATE VIEW lead AS -- what is worth a look and not proven, the likeliest first
SELECT d.company, d.name, d.period_end, k.rule, k.name AS defect, g.text AS reported, k.expected,
       k.difference, k.reason, k.ground, k.bits, k.document, k.figure
FROM "check" AS k
JOIN document AS d ON d.document = k.document
JOIN figure AS g ON g.document = k.document AND g.number = k.figure
WHERE k.is_lead
ORDER BY k.bits DESC NULLS LAST, d.company, d.period_end, k.number;

CREATE VIEW coverage AS -- how the figures of each company's documents ended
SELECT d.company, count(*) AS documents, sum(r.figures)::BIGINT AS figures,
       sum(r.agrees + r.rounds)::BIGINT AS ticked, sum(r.differs)::BIGINT AS differs,
       sum(r.not_tested)::BIGINT AS not_tested, sum(r.excluded)::BIGINT AS excluded
FROM document AS d JOIN run AS r ON r.document = d.document
GROUP BY d.company
ORDER BY d.company;
