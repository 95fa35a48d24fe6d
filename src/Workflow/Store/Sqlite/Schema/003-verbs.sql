-- What people do with their tasks: delegations, submissions that wait for signers, urgings, signers, copies.
ALTER TABLE user_task ADD COLUMN delegated_by TEXT;             -- who gets it back from the assignee
ALTER TABLE user_task ADD COLUMN submitted INTEGER;             -- since when it waits for signers only
ALTER TABLE user_task ADD COLUMN urged INTEGER;                 -- the last urging
ALTER TABLE user_task ADD COLUMN urgings INTEGER NOT NULL DEFAULT 0;

CREATE TABLE user_task_signer (
  key       INTEGER PRIMARY KEY,
  task      INTEGER NOT NULL,
  instance  INTEGER NOT NULL,
  owner     INTEGER NOT NULL,
  ord       INTEGER NOT NULL,     -- 0 before, 1 after, 2 parallel
  candidate TEXT    NOT NULL,     -- 'u:person' or 'g:role@unit'
  added_by  TEXT    NOT NULL,
  reason    TEXT    NOT NULL,
  added     INTEGER NOT NULL,
  state     INTEGER NOT NULL,     -- 0 later, 1 asked now, 2 agreed, 3 disagreed, 4 the task ended first
  signed_by TEXT,
  opinion   TEXT,                 -- stays when the signer is asked again
  signed    INTEGER
) STRICT;
CREATE INDEX user_task_signer_task ON user_task_signer (task);
CREATE INDEX user_task_signer_candidate ON user_task_signer (candidate) WHERE state = 1;

-- 抄送: who reads along, and since when; stays when the task has ended.
CREATE TABLE user_task_copy (
  person    TEXT    NOT NULL,
  task      INTEGER NOT NULL,
  owner     INTEGER NOT NULL,
  copied_by TEXT    NOT NULL,
  note      TEXT,
  at        INTEGER NOT NULL,
  PRIMARY KEY (person, task)
) WITHOUT ROWID, STRICT;
CREATE INDEX user_task_copy_at ON user_task_copy (person, at);
