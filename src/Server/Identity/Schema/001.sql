-- The tables of ASP.NET Core Identity, schema version 3, under names of our own. Accounts point to persons of the
-- platform's store by PersonId; nothing about a person stands here but how they sign in.
CREATE TABLE account (
    Id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    PersonId INTEGER NOT NULL,
    UserName TEXT,
    NormalizedUserName TEXT,
    Email TEXT,
    NormalizedEmail TEXT,
    EmailConfirmed INTEGER NOT NULL,
    PasswordHash TEXT,
    SecurityStamp TEXT,
    ConcurrencyStamp TEXT,
    PhoneNumber TEXT,
    PhoneNumberConfirmed INTEGER NOT NULL,
    TwoFactorEnabled INTEGER NOT NULL,
    LockoutEnd TEXT,
    LockoutEnabled INTEGER NOT NULL,
    AccessFailedCount INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX account_name ON account (NormalizedUserName);
CREATE INDEX account_email ON account (NormalizedEmail);
CREATE INDEX account_person ON account (PersonId);

CREATE TABLE account_claim (
    Id INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    UserId INTEGER NOT NULL REFERENCES account (Id) ON DELETE CASCADE,
    ClaimType TEXT,
    ClaimValue TEXT
) STRICT;

CREATE INDEX account_claim_account ON account_claim (UserId);

CREATE TABLE account_login (
    LoginProvider TEXT NOT NULL,
    ProviderKey TEXT NOT NULL,
    ProviderDisplayName TEXT,
    UserId INTEGER NOT NULL REFERENCES account (Id) ON DELETE CASCADE,
    PRIMARY KEY (LoginProvider, ProviderKey)
) STRICT;

CREATE INDEX account_login_account ON account_login (UserId);

CREATE TABLE account_token (
    UserId INTEGER NOT NULL REFERENCES account (Id) ON DELETE CASCADE,
    LoginProvider TEXT NOT NULL,
    Name TEXT NOT NULL,
    Value TEXT,
    PRIMARY KEY (UserId, LoginProvider, Name)
) STRICT;

CREATE TABLE account_passkey (
    CredentialId BLOB NOT NULL PRIMARY KEY,
    UserId INTEGER NOT NULL REFERENCES account (Id) ON DELETE CASCADE,
    Data TEXT NOT NULL
) STRICT;

CREATE INDEX account_passkey_account ON account_passkey (UserId);
