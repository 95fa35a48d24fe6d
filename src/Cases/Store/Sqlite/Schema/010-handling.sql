-- 即办件: when the window took the case up; from here the minutes until the decision are measured.
ALTER TABLE case_row ADD COLUMN taken_up INTEGER;

-- 参与单位: units besides the one that has the case; their staff may open it.
CREATE TABLE case_unit (
  owner INTEGER NOT NULL, unit TEXT NOT NULL, running INTEGER NOT NULL, PRIMARY KEY (owner, unit)
) WITHOUT ROWID, STRICT;
CREATE INDEX case_unit_running ON case_unit (unit) WHERE running = 1;

-- Whom the window serves is found by the identity number.
CREATE INDEX person_citizen ON person (citizen_id) WHERE citizen_id IS NOT NULL;
