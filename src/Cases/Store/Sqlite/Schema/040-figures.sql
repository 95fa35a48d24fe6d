-- 效能数字: counts kept by the turns in which things happen, a row for each day, unit and doer (empty where nobody of the staff did it).
CREATE TABLE case_figure (
  day        INTEGER NOT NULL,            -- civil day, Asia/Shanghai: 20261012
  unit       TEXT    NOT NULL,
  doer       TEXT    NOT NULL,            -- who decided: p:12
  received   INTEGER NOT NULL DEFAULT 0,
  decided    INTEGER NOT NULL DEFAULT 0,
  on_time    INTEGER NOT NULL DEFAULT 0,  -- before the promised limit ran out
  early      INTEGER NOT NULL DEFAULT 0,  -- with at least one working day left
  immediate  INTEGER NOT NULL DEFAULT 0,  -- decided on the spot
  used_days  INTEGER NOT NULL DEFAULT 0,  -- working days used by what was decided
  legal_days INTEGER NOT NULL DEFAULT 0,  -- working days that the law gave for it
  rated      INTEGER NOT NULL DEFAULT 0,
  stars      INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (day, unit, doer)
) WITHOUT ROWID, STRICT;

INSERT INTO case_figure (day, unit, doer, received)
SELECT CAST(strftime('%Y%m%d', (submitted + 28800000) / 1000, 'unixepoch') AS INTEGER), unit, '', count(*) FROM case_row GROUP BY 1, 2;

INSERT INTO case_figure (day, unit, doer, decided, on_time, early, immediate, used_days, legal_days)
SELECT CAST(strftime('%Y%m%d', (decided + 28800000) / 1000, 'unixepoch') AS INTEGER), unit, '', count(*), sum(coalesce(clock_stopped < clock_due, 0)),
  sum(coalesce(used_days < limit_days, 0)), sum(case_type = 'Immediate'), sum(coalesce(used_days, 0)), sum(legal_days)
FROM case_row WHERE decided IS NOT NULL GROUP BY 1, 2
ON CONFLICT (day, unit, doer) DO UPDATE SET decided = excluded.decided, on_time = excluded.on_time, early = excluded.early,
  immediate = excluded.immediate, used_days = excluded.used_days, legal_days = excluded.legal_days;

-- The board counts what runs from the index alone.
CREATE INDEX case_row_board ON case_row (unit, clock_due, yellow_from, paused_since, clock_stopped, stage, closed) WHERE closed IS NULL;
CREATE INDEX alarm_owner ON alarm (owner);
