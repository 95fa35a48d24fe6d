-- One row per sign-in: the cookie names it, so that ending the row ends the session wherever the cookie is.
CREATE TABLE session (
    Id TEXT NOT NULL PRIMARY KEY,      -- 128 random bits, base64url
    AccountId INTEGER NOT NULL REFERENCES account (Id) ON DELETE CASCADE,
    Method TEXT NOT NULL,              -- password, password+code, passkey, certificate
    Device TEXT NOT NULL,              -- what the browser says it is, shortened
    CreatedAt INTEGER NOT NULL,        -- UTC Unix milliseconds, as all below
    SeenAt INTEGER NOT NULL,
    ProvedAt INTEGER,                  -- last fresh proof that it is still the same person
    EndedAt INTEGER,
    Nonce TEXT,                        -- binds a certificate request to this session, once
    NonceAt INTEGER
) STRICT;

CREATE INDEX session_account ON session (AccountId, CreatedAt);
