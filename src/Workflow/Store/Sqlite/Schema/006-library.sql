-- The designers' library: drafts of processes, decisions, forms and scenarios, apart from what is deployed.
CREATE TABLE library_document (
  key        INTEGER PRIMARY KEY,
  kind       INTEGER NOT NULL,    -- 0 process, 1 decision, 2 form, 3 scenario
  parent     INTEGER,             -- of a scenario: the document of its process
  name       TEXT    NOT NULL,
  folder     TEXT    NOT NULL,    -- empty, or names joined by '/'
  revision   INTEGER NOT NULL,    -- grows with every save
  content    BLOB    NOT NULL,    -- UTF-8
  digest     BLOB    NOT NULL,    -- SHA-256 of it
  created    INTEGER NOT NULL,
  created_by TEXT    NOT NULL,
  changed    INTEGER NOT NULL,
  changed_by TEXT    NOT NULL,
  deleted    INTEGER              -- since when it is in the bin
) STRICT;
CREATE INDEX library_document_parent ON library_document (parent) WHERE parent IS NOT NULL;

-- What a document defines: the ids of its processes or decisions, the id of its form.
CREATE TABLE library_definition (
  document INTEGER NOT NULL,
  ord      INTEGER NOT NULL,
  kind     INTEGER NOT NULL,
  id       TEXT    NOT NULL,
  name     TEXT    NOT NULL,
  PRIMARY KEY (document, ord)
) WITHOUT ROWID, STRICT;
CREATE INDEX library_definition_id ON library_definition (kind, id);

-- Who did what to a document, and the content it had after it.
CREATE TABLE library_change (
  key      INTEGER PRIMARY KEY,
  document INTEGER NOT NULL,
  kind     INTEGER NOT NULL,      -- of ChangeKind
  revision INTEGER NOT NULL,
  detail   TEXT,
  content  BLOB,                  -- null where it stayed as it was
  started  INTEGER NOT NULL,      -- savings of one person in a row are one change
  at       INTEGER NOT NULL,
  actor    TEXT    NOT NULL
) STRICT;
CREATE INDEX library_change_document ON library_change (document, key);

-- Deployed forms; the latest version of an id is the one that pages show.
CREATE TABLE form_definition (
  key      INTEGER PRIMARY KEY,
  form_id  TEXT    NOT NULL,
  version  INTEGER NOT NULL,
  resource TEXT    NOT NULL,
  digest   BLOB    NOT NULL,      -- SHA-256 of the file
  json     TEXT    NOT NULL,
  at       INTEGER NOT NULL,
  actor    TEXT    NOT NULL,
  UNIQUE (form_id, version)
) STRICT;
