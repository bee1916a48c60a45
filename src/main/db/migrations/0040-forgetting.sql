-- Forgetting: at the end of its retention the fields of a record and the text of its lines go; leaves and chain stay
-- (docs/format/bundle-v1.md, "Forgetting").

-- A line changes once: into its forgotten form, which follows from its leaf, and only behind an F line of its record.
DROP TRIGGER journal_no_update;
CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal
  WHEN NEW.epoch IS NOT OLD.epoch OR NEW.n IS NOT OLD.n OR NEW.leaf IS NOT OLD.leaf OR NEW.h IS NOT OLD.h
    OR NEW.ledger IS NOT OLD.ledger OR NEW.record IS NOT OLD.record OR NEW.op IS NOT OLD.op
    OR OLD.op NOT IN ('I', 'U', 'X', 'C')
    OR NEW.line IS NOT '{"n":' || OLD.n || ',"leaf":"' || lower(hex(OLD.leaf)) || '"}' || char(10)
    OR NOT EXISTS (
      SELECT 1 FROM journal AS f INDEXED BY journal_record
       WHERE f.ledger = OLD.ledger AND f.record = OLD.record AND f.op = 'F' AND (f.epoch, f.n) > (OLD.epoch, OLD.n))
  BEGIN SELECT RAISE(ABORT, 'journal: append only'); END;

-- Visits by the day their names go. A forgotten visit has no such day any more.
CREATE INDEX visitors_retained ON visitors (retain_until, id) WHERE retain_until <> '';
