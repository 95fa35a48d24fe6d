-- One row per tender, a function of its stream.
CREATE TABLE tender (
  key       INTEGER PRIMARY KEY,
  number    TEXT    NOT NULL UNIQUE,
  record    INTEGER NOT NULL UNIQUE, -- the stream of its record: journal data there are EntryCodec bytes
  instance  INTEGER,                 -- of the process; null only inside the declaring turn
  title     TEXT    NOT NULL,
  kind      TEXT    NOT NULL,
  stage     TEXT    NOT NULL,
  tenderer  TEXT    NOT NULL,        -- units
  agency    TEXT,
  declared  INTEGER NOT NULL,
  published INTEGER,
  deadline  INTEGER,
  moved     INTEGER NOT NULL         -- of the last event
) STRICT;
CREATE INDEX tender_stage ON tender (stage);

-- A sealing attempt on its way in. Claims nothing until its submission stands in the record; header and hashes prove themselves.
CREATE TABLE tender_attempt (
  tender    INTEGER NOT NULL,
  slot      BLOB    NOT NULL,        -- point of the slot key
  sequence  INTEGER NOT NULL,
  kind      INTEGER NOT NULL,        -- 1 commit, 2 withdraw
  hashes    BLOB    NOT NULL,        -- leaf hashes of the pieces, 32 bytes each
  header    BLOB,
  envelope  BLOB,                    -- env_id, or the id of the withdrawal
  signature BLOB,
  entry     INTEGER,                 -- index in the record, once the notary has stamped it
  PRIMARY KEY (tender, slot, sequence)
) STRICT;
CREATE INDEX tender_attempt_envelope ON tender_attempt (tender, envelope);

CREATE TABLE tender_piece (
  tender INTEGER NOT NULL, slot BLOB NOT NULL, sequence INTEGER NOT NULL, piece INTEGER NOT NULL,
  blob   BLOB    NOT NULL,           -- SHA-256, the name of the blob
  PRIMARY KEY (tender, slot, sequence, piece)
) STRICT;

-- Words of single holders that wait for the others': signatures under a notice, a set, a checkpoint.
CREATE TABLE tender_word (
  tender INTEGER NOT NULL, kind INTEGER NOT NULL, digest BLOB NOT NULL, role INTEGER NOT NULL,
  at     INTEGER NOT NULL,           -- the holder's clock, for a cosignature
  signature BLOB NOT NULL,
  PRIMARY KEY (tender, kind, digest, role)
) STRICT;

-- Letters between holders, sealed to their readers; the platform can't open them.
CREATE TABLE tender_letter (
  tender INTEGER NOT NULL, kind INTEGER NOT NULL, sender INTEGER NOT NULL, reader INTEGER NOT NULL,
  letter BLOB    NOT NULL,
  PRIMARY KEY (tender, kind, sender, reader)
) STRICT;

-- What bidders released of their own lock, and what supervisor and notary gave to prove identities.
CREATE TABLE tender_secret (
  tender INTEGER NOT NULL, slot TEXT NOT NULL, lot INTEGER NOT NULL, section INTEGER NOT NULL, secret BLOB NOT NULL,
  PRIMARY KEY (tender, slot, lot, section)
) STRICT;
CREATE TABLE tender_identity (
  tender INTEGER NOT NULL, slot TEXT NOT NULL, secret BLOB NOT NULL, PRIMARY KEY (tender, slot)
) STRICT;
CREATE TABLE tender_names (tender INTEGER PRIMARY KEY, salt BLOB NOT NULL) STRICT;

-- Signatures of supervisor and notary under the export of an ended tender.
CREATE TABLE tender_export (
  tender INTEGER NOT NULL, role INTEGER NOT NULL, digest BLOB NOT NULL, signature BLOB NOT NULL,
  PRIMARY KEY (tender, role)
) STRICT;

-- 评标专家库, and whom an expert may not judge.
CREATE TABLE tender_expert (person TEXT PRIMARY KEY, field TEXT NOT NULL, since INTEGER NOT NULL) STRICT;
CREATE TABLE tender_relation (
  person TEXT NOT NULL, credit_code TEXT NOT NULL, relation TEXT NOT NULL, PRIMARY KEY (person, credit_code)
) STRICT;

-- 代理机构, 监督, 公证 and whoever else takes part without being a unit of the city.
CREATE TABLE tender_party (
  unit TEXT PRIMARY KEY, role TEXT NOT NULL, name TEXT NOT NULL, credit_code TEXT NOT NULL
) STRICT;
