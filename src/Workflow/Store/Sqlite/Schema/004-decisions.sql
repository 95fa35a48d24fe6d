-- Deployed decision models. A model has a row for each of its decisions and decision services that can be called.
CREATE TABLE decision_model (
  key       INTEGER PRIMARY KEY,
  namespace TEXT    NOT NULL,
  name      TEXT    NOT NULL,
  resource  TEXT    NOT NULL,
  digest    BLOB    NOT NULL,     -- SHA-256 of the file
  xml       TEXT    NOT NULL,
  at        INTEGER NOT NULL,
  actor     TEXT    NOT NULL
) STRICT;
CREATE INDEX decision_model_namespace ON decision_model (namespace, key);

CREATE TABLE decision_definition (
  decision_id TEXT    NOT NULL,
  version     INTEGER NOT NULL,
  model       INTEGER NOT NULL,
  name        TEXT    NOT NULL,
  PRIMARY KEY (decision_id, version)
) WITHOUT ROWID, STRICT;
