-- Drafts of items: not journalled, claiming nothing until they are published.
CREATE TABLE item_draft (
  code     TEXT    PRIMARY KEY,
  base     INTEGER NOT NULL,       -- the version it was begun from, 0 for a new item
  data     TEXT    NOT NULL,       -- the item as JSON
  editor   TEXT    NOT NULL,
  updated  INTEGER NOT NULL
) WITHOUT ROWID, STRICT;

-- Every change of a unit and of a person's posts is a journal record; this is the last version of a unit's stream.
ALTER TABLE unit ADD COLUMN stream INTEGER NOT NULL DEFAULT 0;
ALTER TABLE unit ADD COLUMN version INTEGER NOT NULL DEFAULT 0;
