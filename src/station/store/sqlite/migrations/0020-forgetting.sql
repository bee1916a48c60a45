-- Forgetting: an F line takes the text of the earlier lines of its record; their leaves and the chain stay.

-- The lines an F line may take, and the F lines. A forgotten line has no op and leaves the index.
CREATE INDEX lines_record
  ON lines (office, json_extract(line, '$.k'), json_extract(line, '$.l'), epoch, n)
  WHERE json_extract(line, '$.op') IN ('I', 'U', 'X', 'C', 'F');

-- A line changes once: into its forgotten form, after an F line of its record.
DROP TRIGGER lines_no_update;
CREATE TRIGGER lines_no_update BEFORE UPDATE ON lines
  WHEN NEW.office IS NOT OLD.office OR NEW.epoch IS NOT OLD.epoch OR NEW.n IS NOT OLD.n OR NEW.h IS NOT OLD.h
    OR coalesce(json_extract(OLD.line, '$.op'), '') NOT IN ('I', 'U', 'X', 'C')
    OR NEW.line IS NOT '{"n":' || OLD.n || ',"leaf":"' || substr(NEW.line, -67, 64) || '"}' || char(10)
    OR length(NEW.line) <> length('{"n":' || OLD.n || ',"leaf":""}') + 65
    OR substr(NEW.line, -67, 64) GLOB '*[^0-9a-f]*'
    OR NOT EXISTS (
      SELECT 1 FROM lines AS f INDEXED BY lines_record
       WHERE f.office = OLD.office AND json_extract(f.line, '$.k') = json_extract(OLD.line, '$.k')
         AND json_extract(f.line, '$.l') = json_extract(OLD.line, '$.l')
         AND json_extract(f.line, '$.op') IN ('I', 'U', 'X', 'C', 'F') AND json_extract(f.line, '$.op') = 'F'
         AND (f.epoch, f.n) > (OLD.epoch, OLD.n))
  BEGIN SELECT RAISE(ABORT, 'lines: append only'); END;

-- The last line that came forgotten, and the last F line; 0 for none. Behind its F line a forgotten line changes nothing
-- any more, so the live rows are known again.
ALTER TABLE epochs ADD COLUMN blank_n INTEGER NOT NULL DEFAULT 0;
ALTER TABLE epochs ADD COLUMN forgetting_n INTEGER NOT NULL DEFAULT 0;
UPDATE epochs SET blank_n = n WHERE forgotten > 0;

-- 1: an F line has come, and nothing may follow it.
ALTER TABLE records ADD COLUMN forgotten INTEGER NOT NULL DEFAULT 0 CHECK (forgotten IN (0, 1));
