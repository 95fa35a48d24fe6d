-- Deployed definitions. The database decides which version runs; files only seed what is missing.
CREATE TABLE process_definition (
  key         INTEGER PRIMARY KEY,
  process_id  TEXT    NOT NULL,
  version     INTEGER NOT NULL,
  version_tag TEXT,
  name        TEXT,
  resource    TEXT    NOT NULL,
  digest      BLOB    NOT NULL,   -- SHA-256 of the file
  xml         TEXT    NOT NULL,
  at          INTEGER NOT NULL,
  actor       TEXT    NOT NULL,
  UNIQUE (process_id, version)
) STRICT;

-- One row per scope; the root scope's row bears the instance.
CREATE TABLE process_scope (
  key        INTEGER PRIMARY KEY, -- of the root scope: the instance key
  definition INTEGER NOT NULL,
  owner      INTEGER NOT NULL,    -- the domain stream it belongs to, 0 for none
  version    INTEGER NOT NULL,    -- last version of the instance's stream
  status     INTEGER NOT NULL,
  started    INTEGER NOT NULL,
  ended      INTEGER,
  data       BLOB    NOT NULL
) STRICT;
CREATE INDEX process_scope_owner ON process_scope (owner);

CREATE TABLE user_task (
  key        INTEGER PRIMARY KEY,
  instance   INTEGER NOT NULL,
  owner      INTEGER NOT NULL,
  definition INTEGER NOT NULL,
  element    TEXT    NOT NULL,
  state      INTEGER NOT NULL,    -- 0 open, 1 completed, 2 canceled
  assignee   TEXT,
  candidates TEXT    NOT NULL,    -- 'g:role@unit' and 'u:person', one a line
  priority   INTEGER NOT NULL,
  due        INTEGER,
  follow_up  INTEGER,
  form       TEXT,
  created    INTEGER NOT NULL,
  ended      INTEGER,
  ended_by   TEXT,
  outcome    TEXT
) STRICT;
CREATE INDEX user_task_owner ON user_task (owner);

-- Who may take an open task: 'g:role@unit', 'u:person', and the assignee as 'a:person'.
CREATE TABLE user_task_candidate (
  candidate TEXT NOT NULL, task INTEGER NOT NULL, PRIMARY KEY (candidate, task)
) WITHOUT ROWID, STRICT;

CREATE TABLE job (
  key      INTEGER PRIMARY KEY,
  instance INTEGER NOT NULL,
  owner    INTEGER NOT NULL,
  element  TEXT    NOT NULL,
  type     TEXT    NOT NULL,
  headers  TEXT    NOT NULL,
  retries  INTEGER NOT NULL,
  due      INTEGER NOT NULL       -- not to be taken before
) STRICT;
CREATE INDEX job_due ON job (due) WHERE retries > 0;

CREATE TABLE timer (
  key      INTEGER PRIMARY KEY,
  instance INTEGER NOT NULL,
  element  TEXT    NOT NULL,      -- empty: the instance goes on after a long step
  due      INTEGER NOT NULL
) STRICT;
CREATE INDEX timer_due ON timer (due);

CREATE TABLE clock (
  instance    INTEGER NOT NULL,
  id          TEXT    NOT NULL,
  owner       INTEGER NOT NULL,
  name        TEXT    NOT NULL,
  limit_days  INTEGER NOT NULL,
  start_day   TEXT    NOT NULL,
  due_day     TEXT    NOT NULL,
  due         INTEGER NOT NULL,
  calendar    TEXT    NOT NULL,
  provisional INTEGER NOT NULL,
  paused_on   TEXT,
  stopped_on  TEXT,
  reminder    INTEGER,            -- the coming reminder, null when off
  expiry      INTEGER,            -- the coming end of the limit, null when off
  PRIMARY KEY (instance, id)
) WITHOUT ROWID, STRICT;
CREATE INDEX clock_reminder ON clock (reminder) WHERE reminder IS NOT NULL;
CREATE INDEX clock_expiry ON clock (expiry) WHERE expiry IS NOT NULL;

CREATE TABLE message_subscription (
  key         INTEGER PRIMARY KEY,
  instance    INTEGER NOT NULL,
  element     TEXT    NOT NULL,
  name        TEXT    NOT NULL,
  correlation TEXT
) STRICT;
CREATE INDEX message_subscription_name ON message_subscription (name, correlation);

CREATE TABLE incident (
  key        INTEGER PRIMARY KEY,
  instance   INTEGER NOT NULL,
  owner      INTEGER NOT NULL,
  element    TEXT    NOT NULL,
  kind       TEXT    NOT NULL,
  message    TEXT    NOT NULL,
  resolution TEXT    NOT NULL,
  raised     INTEGER NOT NULL
) STRICT;
CREATE INDEX incident_owner ON incident (owner);
