-- Organisation.
CREATE TABLE unit (code TEXT PRIMARY KEY, ordinal INTEGER NOT NULL, data TEXT NOT NULL) WITHOUT ROWID, STRICT;

-- People. Names and codes are personal data: they stand here and in documents, never in the journal.
CREATE TABLE person (
  key         INTEGER PRIMARY KEY,
  name        TEXT    NOT NULL,
  phone       TEXT,
  citizen_id  TEXT,
  address     TEXT,
  organisation TEXT,               -- an enterprise's name, when the account acts for one
  credit_code TEXT,
  version     INTEGER NOT NULL     -- last version of the person's stream
) STRICT;
CREATE TABLE post (
  person INTEGER NOT NULL, grp TEXT NOT NULL, title TEXT, window TEXT, PRIMARY KEY (person, grp)
) WITHOUT ROWID, STRICT;
CREATE INDEX post_group ON post (grp);

-- The catalogue: every published version of every item.
CREATE TABLE item_version (
  code TEXT NOT NULL, version INTEGER NOT NULL, stream INTEGER NOT NULL,
  effective_from TEXT NOT NULL, effective_until TEXT, data TEXT NOT NULL,
  PRIMARY KEY (code, version)
) WITHOUT ROWID, STRICT;

-- Numbers without gaps: a turn that does not happen gives its number back.
CREATE TABLE counter (series TEXT PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID, STRICT;

CREATE TABLE case_row (
  key            INTEGER PRIMARY KEY,
  instance       INTEGER NOT NULL,
  case_number    TEXT    NOT NULL UNIQUE,
  query_number   TEXT    NOT NULL UNIQUE,
  item_code      TEXT    NOT NULL,
  item_name      TEXT    NOT NULL,
  item_version   INTEGER NOT NULL,
  case_type      TEXT    NOT NULL,
  unit           TEXT    NOT NULL,
  channel        TEXT    NOT NULL,
  applicant      TEXT    NOT NULL,
  applicant_name TEXT    NOT NULL,
  stage          TEXT    NOT NULL,
  step           TEXT    NOT NULL,
  step_since     INTEGER NOT NULL,
  submitted      INTEGER NOT NULL,
  accepted       INTEGER,
  decided        INTEGER,
  closed         INTEGER,
  promised_days  INTEGER NOT NULL,
  legal_days     INTEGER NOT NULL,
  corrected      INTEGER NOT NULL,
  result         TEXT,
  licence        TEXT,
  stars          INTEGER,
  -- the clock that lists show, from the engine's clock events
  clock_kind     TEXT,
  clock_due      INTEGER,
  legal_due      INTEGER,
  yellow_from    INTEGER,
  paused_since   INTEGER,
  used_days      INTEGER,
  limit_days     INTEGER,
  provisional    INTEGER,
  clock_stopped  INTEGER
) STRICT;
CREATE INDEX case_row_applicant ON case_row (applicant, submitted);
CREATE INDEX case_row_running ON case_row (unit, clock_due) WHERE closed IS NULL;
CREATE INDEX case_row_closed ON case_row (closed) WHERE closed IS NOT NULL;

-- Which case a document belongs to, and as what.
CREATE TABLE case_document (
  document INTEGER PRIMARY KEY,
  owner    INTEGER NOT NULL,
  kind     TEXT    NOT NULL,      -- form, snapshot, material, explanation, notice, licence
  caption  TEXT    NOT NULL,      -- the material's or the paper's name
  at       INTEGER NOT NULL
) STRICT;
CREATE INDEX case_document_owner ON case_document (owner);

CREATE TABLE licence (
  identifier TEXT PRIMARY KEY,
  owner      INTEGER NOT NULL,
  number     TEXT    NOT NULL,
  name       TEXT    NOT NULL,
  issuer     TEXT    NOT NULL,
  document   INTEGER NOT NULL,
  valid_from TEXT    NOT NULL,
  valid_to   TEXT,
  issued     INTEGER NOT NULL
) WITHOUT ROWID, STRICT;

-- What fired: the rule, the case, the unit it concerns. Nobody edits it.
CREATE TABLE alarm (
  key INTEGER PRIMARY KEY, owner INTEGER NOT NULL, unit TEXT NOT NULL, rule TEXT NOT NULL, at INTEGER NOT NULL,
  clock TEXT
) STRICT;
CREATE INDEX alarm_at ON alarm (at);

-- Not journalled, claiming nothing: drafts of applications, and messages delivered in the platform.
CREATE TABLE draft (
  key INTEGER PRIMARY KEY, person TEXT NOT NULL, item_code TEXT NOT NULL, item_version INTEGER NOT NULL,
  owner INTEGER NOT NULL,         -- the case that is being corrected, 0 for a new application
  answers TEXT NOT NULL, updated INTEGER NOT NULL
) STRICT;
CREATE INDEX draft_person ON draft (person, item_code);
CREATE TABLE draft_file (
  key INTEGER PRIMARY KEY, draft INTEGER NOT NULL, field TEXT NOT NULL, name TEXT NOT NULL, media TEXT NOT NULL,
  length INTEGER NOT NULL, sha256 BLOB NOT NULL, at INTEGER NOT NULL
) STRICT;
CREATE INDEX draft_file_draft ON draft_file (draft);
CREATE TABLE message (
  key INTEGER PRIMARY KEY, person TEXT NOT NULL, owner INTEGER NOT NULL, text TEXT NOT NULL, at INTEGER NOT NULL,
  read INTEGER
) STRICT;
CREATE INDEX message_person ON message (person, at);
