-- What a store holds: one table a noun, singular. `document` is the SHA-256 of the document's bytes.
--
-- Amounts are DECIMAL(38,12), exact: 26 digits before the point and 12 behind it. A number that has
-- more is NULL there and stands in `digits`, in full, as text; `digits` is NULL for every other.
-- Periods have both days inside them; an instant has no `period_start`. `dimensions` is "axis=member; …".
-- "column" and "check" are words of SQL itself, so their quotes are needed. No table has a key or an
-- index: DuckDB's would have to outlive a crash too, and one transaction a document needs none.

CREATE TABLE store (
    version INTEGER NOT NULL, -- of this schema
    tieout  VARCHAR NOT NULL  -- the version that made the store
);

CREATE TABLE document (
    document         VARCHAR NOT NULL,
    name             VARCHAR NOT NULL,
    format           VARCHAR NOT NULL,
    kind             VARCHAR NOT NULL,
    registrant       VARCHAR NOT NULL, -- as the document prints it
    company          VARCHAR NOT NULL, -- the same for every printing of one name
    cik              VARCHAR NOT NULL,
    ticker           VARCHAR NOT NULL,
    headline         VARCHAR NOT NULL,
    form_type        VARCHAR NOT NULL,
    accession_number VARCHAR NOT NULL,
    filed            DATE,
    announced        DATE,
    fiscal_year      INTEGER,
    fiscal_quarter   INTEGER,
    period_end       DATE
);

CREATE TABLE run ( -- the check of a document for itself, when it was added
    document   VARCHAR NOT NULL,
    tieout     VARCHAR NOT NULL, -- the version that read and checked it
    added      TIMESTAMP NOT NULL DEFAULT (current_timestamp AT TIME ZONE 'UTC'),
    figures    INTEGER NOT NULL,
    agrees     INTEGER NOT NULL,
    rounds     INTEGER NOT NULL,
    differs    INTEGER NOT NULL,
    not_tested INTEGER NOT NULL,
    excluded   INTEGER NOT NULL,
    errors     INTEGER NOT NULL,
    warnings   INTEGER NOT NULL
);

CREATE TABLE statement (
    document VARCHAR NOT NULL,
    number   INTEGER NOT NULL,
    kind     VARCHAR NOT NULL,
    title    VARCHAR NOT NULL,
    scale    BIGINT NOT NULL,
    unit     VARCHAR NOT NULL,
    audited  BOOLEAN,
    is_face  BOOLEAN NOT NULL
);

CREATE TABLE "column" (
    document   VARCHAR NOT NULL,
    statement  INTEGER NOT NULL,
    number     INTEGER NOT NULL,
    header     VARCHAR NOT NULL,
    period_start     DATE,
    period_end       DATE,
    dimensions VARCHAR NOT NULL,
    measure    VARCHAR NOT NULL
);

CREATE TABLE line (
    document   VARCHAR NOT NULL,
    statement  INTEGER NOT NULL,
    number     INTEGER NOT NULL,
    caption    VARCHAR NOT NULL,
    concept    VARCHAR NOT NULL,
    depth      INTEGER NOT NULL,
    unit       VARCHAR NOT NULL,
    section    VARCHAR NOT NULL,
    is_heading BOOLEAN NOT NULL,
    is_total   BOOLEAN NOT NULL
);

CREATE TABLE fact (
    document   VARCHAR NOT NULL,
    number     INTEGER NOT NULL,
    statement  INTEGER NOT NULL,
    line       INTEGER NOT NULL,
    "column"   INTEGER NOT NULL,
    figure     INTEGER NOT NULL,
    concept    VARCHAR NOT NULL,
    caption    VARCHAR NOT NULL,
    period_start     DATE,
    period_end       DATE,
    dimensions VARCHAR NOT NULL,
    unit       VARCHAR NOT NULL,
    value      DECIMAL(38, 12), -- in whole units, with XBRL's sign
    printed    DECIMAL(38, 12), -- in whole units, with the sign as printed
    decimals   INTEGER NOT NULL,
    digits     VARCHAR,
    anchor     VARCHAR NOT NULL,
    named_by   VARCHAR NOT NULL, -- 'lexicon', 'caption' (an extension), or 'filers' (see likely)
    likely     VARCHAR NOT NULL, -- what filers call such a line; nothing is compared by it
    likely_value DECIMAL(38, 12), -- with the sign of that name
    equivalents VARCHAR NOT NULL -- other names that filers use, a blank between two
);

CREATE TABLE claim (
    document       VARCHAR NOT NULL,
    number         INTEGER NOT NULL,
    figure         INTEGER NOT NULL,
    form           VARCHAR NOT NULL,
    concept        VARCHAR NOT NULL,
    caption        VARCHAR NOT NULL,
    period_start         DATE,
    period_end           DATE,
    against_start DATE,
    against_end   DATE,
    dimensions     VARCHAR NOT NULL,
    unit           VARCHAR NOT NULL,
    value          DECIMAL(38, 12),
    decimals       INTEGER NOT NULL,
    digits         VARCHAR,
    sentence       VARCHAR NOT NULL
);

CREATE TABLE "check" (
    document   VARCHAR NOT NULL,
    number     INTEGER NOT NULL,
    rule       VARCHAR NOT NULL,
    name       VARCHAR NOT NULL,
    tick       VARCHAR NOT NULL,
    outcome    VARCHAR NOT NULL,
    severity   VARCHAR NOT NULL,
    figure     INTEGER NOT NULL,
    reported   VARCHAR NOT NULL,
    expected   VARCHAR NOT NULL,
    difference VARCHAR NOT NULL,
    formula    VARCHAR NOT NULL,
    message    VARCHAR NOT NULL,
    reason     VARCHAR NOT NULL,
    cause      VARCHAR NOT NULL,
    is_lead    BOOLEAN NOT NULL, -- worth a look, and not proven
    bound      VARCHAR NOT NULL, -- how each operand was found, a blank between two
    ground     VARCHAR NOT NULL, -- why it is believed
    bits       INTEGER           -- how much; each halves the chance that the reading is wrong
);

CREATE TABLE operand (
    document VARCHAR NOT NULL,
    "check"  INTEGER NOT NULL,
    number   INTEGER NOT NULL,
    figure   INTEGER NOT NULL,
    pinned   BOOLEAN NOT NULL
);

CREATE TABLE figure (
    document VARCHAR NOT NULL,
    number   INTEGER NOT NULL,
    start    INTEGER NOT NULL, -- [start, stop) in the visible text
    stop     INTEGER NOT NULL,
    text     VARCHAR NOT NULL,
    kind     VARCHAR NOT NULL,
    outcome  VARCHAR NOT NULL,
    reason   VARCHAR NOT NULL
);

CREATE TABLE workpaper ( -- the whole of it, as `Store.workpaper` gives it back
    document    VARCHAR NOT NULL,
    release     BLOB NOT NULL,
    conclusions BLOB NOT NULL
);
