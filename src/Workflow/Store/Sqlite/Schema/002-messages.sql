-- Messages that were published and are not gone yet: the inbox of all instances and, until they expire, what
-- subscriptions to come will find. Every one has a stream of its own in the journal.
CREATE TABLE published_message (
  key         INTEGER PRIMARY KEY,
  name        TEXT    NOT NULL,
  correlation TEXT,                 -- null: met by name alone
  variables   BLOB    NOT NULL,     -- FEEL binary, one context
  message_id  TEXT,                 -- the sender's own, to find repetitions while the message is here
  published   INTEGER NOT NULL,
  expires     INTEGER NOT NULL,
  pending     INTEGER NOT NULL      -- 1: to be tried, 0: kept until a subscription fits
) STRICT;
CREATE INDEX message_pending ON published_message (key) WHERE pending = 1;
CREATE INDEX message_name ON published_message (name, correlation);
CREATE INDEX message_expires ON published_message (expires);
CREATE UNIQUE INDEX message_repetition ON published_message (name, coalesce(correlation, ''), message_id) WHERE message_id IS NOT NULL;

CREATE TABLE signal_subscription (
  key      INTEGER PRIMARY KEY,
  instance INTEGER NOT NULL,
  element  TEXT    NOT NULL,
  name     TEXT    NOT NULL
) STRICT;
CREATE INDEX signal_subscription_name ON signal_subscription (name);

-- A signal on its way: one row for each instance that listened when it was thrown, and for each process that it starts.
CREATE TABLE signal_delivery (
  key       INTEGER PRIMARY KEY,
  instance  INTEGER NOT NULL,       -- 0: it starts a process
  start     INTEGER NOT NULL,       -- the start subscription, or 0
  name      TEXT    NOT NULL,
  variables BLOB    NOT NULL
) STRICT;

-- What starts instances of a deployed version: its start events with a message, signal or timer.
CREATE TABLE start_subscription (
  key         INTEGER PRIMARY KEY,
  definition  INTEGER NOT NULL,
  process_id  TEXT    NOT NULL,
  element     TEXT    NOT NULL,
  kind        TEXT    NOT NULL,     -- message, signal, timer
  name        TEXT,                 -- of the message or signal
  due         INTEGER,              -- of the timer's next firing, null when it has none left
  repetitions INTEGER,              -- firings left, -1 without end
  interval    TEXT                  -- ISO 8601, of a cycle
) STRICT;
CREATE INDEX start_subscription_name ON start_subscription (kind, name);
CREATE INDEX start_subscription_due ON start_subscription (due) WHERE due IS NOT NULL;

-- From when on a version is the one that new instances get; null: from its deployment.
ALTER TABLE process_definition ADD COLUMN starts INTEGER;

-- What a suspended instance waits for doesn't come until it is resumed.
ALTER TABLE message_subscription ADD COLUMN suspended INTEGER NOT NULL DEFAULT 0;
ALTER TABLE timer ADD COLUMN suspended INTEGER NOT NULL DEFAULT 0;
ALTER TABLE job ADD COLUMN suspended INTEGER NOT NULL DEFAULT 0;
