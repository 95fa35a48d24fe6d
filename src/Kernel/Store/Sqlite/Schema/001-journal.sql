-- The journal is the truth: every other table of the platform is a function of it, or claims nothing.
CREATE TABLE journal (
  position INTEGER PRIMARY KEY,   -- global order, given by the one writer
  stream   INTEGER NOT NULL,
  version  INTEGER NOT NULL,      -- 1, 2, 3 … within the stream
  turn     INTEGER NOT NULL,
  type     TEXT    NOT NULL,
  schema   INTEGER NOT NULL,      -- version of the type's byte format
  at       INTEGER NOT NULL,      -- UTC Unix milliseconds
  actor    TEXT    NOT NULL,
  data     BLOB    NOT NULL,      -- never re-serialised
  salt     BLOB,                  -- 16 random bytes
  leaf     BLOB    NOT NULL       -- SHA-256, see LeafHash
) STRICT;
CREATE UNIQUE INDEX journal_stream ON journal (stream, version);

-- Blocks of int64 keys: the next block begins at next.
CREATE TABLE key_block (name TEXT PRIMARY KEY, next INTEGER NOT NULL) WITHOUT ROWID, STRICT;

-- Answers of commands, so that a repeated command id gets the first answer again.
CREATE TABLE command (
  id TEXT PRIMARY KEY, actor TEXT NOT NULL, answer TEXT NOT NULL, at INTEGER NOT NULL
) WITHOUT ROWID, STRICT;
CREATE INDEX command_at ON command (at);

-- Effects that leave the platform. id = turn * 1024 + ordinal is the idempotency key.
CREATE TABLE outbox (
  id       INTEGER PRIMARY KEY,
  stream   INTEGER NOT NULL,      -- what it is about
  kind     TEXT    NOT NULL,
  payload  BLOB    NOT NULL,
  at       INTEGER NOT NULL,
  state    INTEGER NOT NULL,      -- 0 waiting, 1 sending, 2 delivered, 3 failed for good, 4 unknown
  attempts INTEGER NOT NULL,
  due      INTEGER NOT NULL,      -- next attempt not before
  note     TEXT
) STRICT;
CREATE INDEX outbox_due ON outbox (due) WHERE state = 0;
CREATE INDEX outbox_stream ON outbox (stream);

-- Personal data beside the journal: events carry id and digest; erasing empties bytes and salt.
CREATE TABLE document (
  id       INTEGER PRIMARY KEY,
  digest   BLOB    NOT NULL,      -- SHA-256(salt || bytes)
  salt     BLOB,
  media    TEXT    NOT NULL,
  name     TEXT    NOT NULL,
  length   INTEGER NOT NULL,
  blob     BLOB,                  -- SHA-256 of the bytes, name of the blob; null when the bytes are inline
  bytes    BLOB,
  at       INTEGER NOT NULL
) STRICT;
