-- Certificates of people: who asked, who agreed, what was issued, how it ended. The private keys are in browsers.
CREATE TABLE credential (
  key        INTEGER PRIMARY KEY, -- also its stream in the journal
  version    INTEGER NOT NULL,    -- of the stream
  person     INTEGER NOT NULL,
  kind       TEXT    NOT NULL,    -- applicant, clerk, seal-holder, agency, bidder, expert, key-holder
  unit       TEXT,                -- code of the unit it is for, where the kind has one
  state      INTEGER NOT NULL,    -- 0 asked, 1 issued, 2 declined, 3 revoked
  key_id     BLOB    NOT NULL,    -- SHA-256 of the public key (SubjectPublicKeyInfo)
  asked      INTEGER NOT NULL,    -- UTC Unix milliseconds, as all instants
  decided_by TEXT,
  serial     TEXT,
  not_before INTEGER,
  not_after  INTEGER,
  ended      INTEGER,
  reason     TEXT,
  request    BLOB,                -- PKCS#10 and its nonce while it waits for approval; no part of the journal
  nonce      TEXT,
  certificate BLOB                -- DER; its SHA-256 stands in the journal
) STRICT;
CREATE INDEX credential_person ON credential (person, asked);
CREATE INDEX credential_key ON credential (key_id);
CREATE INDEX credential_waiting ON credential (asked) WHERE state = 0;
