-- 证照的后续: how and when it ceased, and what stands in its place.
ALTER TABLE licence ADD COLUMN ending TEXT;
ALTER TABLE licence ADD COLUMN ended INTEGER;
ALTER TABLE licence ADD COLUMN successor TEXT;
CREATE INDEX licence_owner ON licence (owner);

UPDATE licence SET ending = 'Revoked', ended = (SELECT at FROM journal WHERE stream = licence.owner AND type = 'case.revoked')
WHERE owner IN (SELECT key FROM case_row WHERE result = 'Revoked');
