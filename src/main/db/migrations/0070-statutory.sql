-- 依法登记事项, 关爱服务, 权利请求, 封存记录: statutory matters with a term, care by consent, what people ask, and what was sealed.

-- A matter that a document opened. Without the end it could not be one: the caps of the closed list stand here once more.
CREATE TABLE statutory_matters (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, change_n INTEGER NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL,
  retired_at TEXT,
  category TEXT NOT NULL, list TEXT NOT NULL, resident_id TEXT, name TEXT NOT NULL, birth_date TEXT NOT NULL,
  issuer_kind TEXT NOT NULL, issuer TEXT NOT NULL, document_number TEXT NOT NULL, document_date TEXT NOT NULL,
  starts_on TEXT NOT NULL, ends_on TEXT NOT NULL, every_days INTEGER,
  lead_body TEXT NOT NULL, lead_contact TEXT NOT NULL, lead_phone TEXT NOT NULL,
  protected_name TEXT NOT NULL, protected_phone TEXT NOT NULL, renews TEXT,
  officer TEXT NOT NULL, entered_by TEXT NOT NULL, entered_on TEXT NOT NULL, state TEXT NOT NULL,
  decided_on TEXT, reviewer TEXT NOT NULL, second_reviewer TEXT NOT NULL, denial TEXT NOT NULL,
  ended_on TEXT, end_how TEXT, notice_on TEXT,
  source TEXT NOT NULL, synthetic INTEGER NOT NULL,
  CHECK (category IN ('SM01', 'SM02', 'SM03', 'SM04', 'SM05', 'SM06', 'SM07', 'SM08')),
  -- A day that does not exist has no month to add; 'floor' ends in February where addMonths does.
  CHECK (date(starts_on) IS starts_on AND date(ends_on) IS ends_on),
  CHECK (ends_on > starts_on AND ends_on <= CASE category
    WHEN 'SM01' THEN date(starts_on, '+12 months', 'floor') WHEN 'SM02' THEN date(starts_on, '+6 months', 'floor')
    WHEN 'SM03' THEN date(starts_on, '+10 years', 'floor') WHEN 'SM04' THEN date(starts_on, '+3 months', 'floor')
    WHEN 'SM07' THEN date(starts_on, '+90 days') WHEN 'SM08' THEN date(starts_on, '+6 months', 'floor')
    ELSE date(starts_on, '+3 years', 'floor') END),
  CHECK (category <> 'SM05' OR ends_on = date(starts_on, '+3 years', 'floor'))
) STRICT;
CREATE INDEX statutory_matters_officer ON statutory_matters (officer, ends_on) WHERE retired_at IS NULL;
CREATE TRIGGER statutory_matters_insert AFTER INSERT ON statutory_matters
  WHEN NEW.revision <> 1 OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'statutory_matters: write without journal line'); END;
CREATE TRIGGER statutory_matters_update AFTER UPDATE ON statutory_matters
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id OR NEW.change_n IS OLD.change_n
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'statutory_matters: write without journal line'); END;
CREATE TRIGGER statutory_matters_delete BEFORE DELETE ON statutory_matters
  BEGIN SELECT RAISE(ABORT, 'statutory_matters: no hard delete'); END;

-- 法定义务: a kind, a day, a result.
CREATE TABLE statutory_duties (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, change_n INTEGER NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL,
  retired_at TEXT,
  matter_id TEXT NOT NULL, kind TEXT NOT NULL, due_on TEXT NOT NULL, done_on TEXT, result TEXT,
  record_number TEXT NOT NULL, done_by TEXT,
  source TEXT NOT NULL, synthetic INTEGER NOT NULL
) STRICT;
CREATE INDEX statutory_duties_matter ON statutory_duties (matter_id, due_on) WHERE retired_at IS NULL;
CREATE TRIGGER statutory_duties_insert AFTER INSERT ON statutory_duties
  WHEN NEW.revision <> 1 OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'statutory_duties: write without journal line'); END;
CREATE TRIGGER statutory_duties_update AFTER UPDATE ON statutory_duties
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id OR NEW.change_n IS OLD.change_n
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'statutory_duties: write without journal line'); END;
CREATE TRIGGER statutory_duties_delete BEFORE DELETE ON statutory_duties
  BEGIN SELECT RAISE(ABORT, 'statutory_duties: no hard delete'); END;

-- 关爱服务: a consent of twelve months at the most.
CREATE TABLE care_consents (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, change_n INTEGER NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL,
  retired_at TEXT,
  category TEXT NOT NULL, resident_id TEXT NOT NULL, consent_by TEXT NOT NULL, guardian_name TEXT NOT NULL,
  signed_on TEXT NOT NULL, ends_on TEXT NOT NULL, help TEXT NOT NULL, contact TEXT NOT NULL,
  contact_name TEXT NOT NULL, contact_phone TEXT NOT NULL, desk_line INTEGER NOT NULL, state TEXT NOT NULL,
  entered_by TEXT NOT NULL, approved_by TEXT, withdrawn_on TEXT,
  source TEXT NOT NULL, synthetic INTEGER NOT NULL
) STRICT;
CREATE INDEX care_consents_resident ON care_consents (resident_id) WHERE retired_at IS NULL;
CREATE INDEX care_consents_ends ON care_consents (state, ends_on, id) WHERE retired_at IS NULL;
CREATE TRIGGER care_consents_insert AFTER INSERT ON care_consents
  WHEN NEW.revision <> 1 OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'care_consents: write without journal line'); END;
CREATE TRIGGER care_consents_update AFTER UPDATE ON care_consents
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id OR NEW.change_n IS OLD.change_n
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'care_consents: write without journal line'); END;
CREATE TRIGGER care_consents_delete BEFORE DELETE ON care_consents
  BEGIN SELECT RAISE(ABORT, 'care_consents: no hard delete'); END;

-- 权利请求.
CREATE TABLE rights_requests (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, change_n INTEGER NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL,
  retired_at TEXT,
  kind TEXT NOT NULL, resident_id TEXT, requester TEXT NOT NULL, name TEXT NOT NULL, phone TEXT NOT NULL,
  received_on TEXT NOT NULL, due_on TEXT NOT NULL, asks TEXT NOT NULL, registered_by TEXT NOT NULL,
  answered_on TEXT, answered_by TEXT, identity TEXT, outcome TEXT, ground TEXT, answer TEXT NOT NULL,
  retain_until TEXT, source TEXT NOT NULL, synthetic INTEGER NOT NULL
) STRICT;
CREATE INDEX rights_requests_due ON rights_requests (due_on, id) WHERE retired_at IS NULL;
CREATE INDEX rights_requests_retained ON rights_requests (retain_until, id) WHERE retain_until <> '';
CREATE TRIGGER rights_requests_insert AFTER INSERT ON rights_requests
  WHEN NEW.revision <> 1 OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'rights_requests: write without journal line'); END;
CREATE TRIGGER rights_requests_update AFTER UPDATE ON rights_requests
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id OR NEW.change_n IS OLD.change_n
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'rights_requests: write without journal line'); END;
CREATE TRIGGER rights_requests_delete BEFORE DELETE ON rights_requests
  BEGIN SELECT RAISE(ABORT, 'rights_requests: no hard delete'); END;

-- 封存记录: nobody here can read them.
CREATE TABLE sealed_records (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, change_n INTEGER NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL,
  retired_at TEXT,
  from_ledger TEXT NOT NULL, number TEXT NOT NULL, category TEXT NOT NULL, starts_on TEXT NOT NULL,
  ends_on TEXT NOT NULL, sealed_on TEXT NOT NULL, why TEXT NOT NULL, digest TEXT NOT NULL, envelope TEXT NOT NULL,
  keyset INTEGER NOT NULL, retain_until TEXT NOT NULL, synthetic INTEGER NOT NULL
) STRICT;
CREATE INDEX sealed_records_retained ON sealed_records (retain_until, id) WHERE retain_until <> '';
CREATE TRIGGER sealed_records_insert AFTER INSERT ON sealed_records
  WHEN NEW.revision <> 1 OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'sealed_records: write without journal line'); END;
CREATE TRIGGER sealed_records_update AFTER UPDATE ON sealed_records
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id OR NEW.change_n IS OLD.change_n
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'sealed_records: write without journal line'); END;
CREATE TRIGGER sealed_records_delete BEFORE DELETE ON sealed_records
  BEGIN SELECT RAISE(ABORT, 'sealed_records: no hard delete'); END;

-- 释放后自愿帮扶 is offered only where an administrator says so. Empty: no.
ALTER TABLE offices ADD COLUMN after_release_help INTEGER;

-- Who looked within the hour: newest first, and nothing else of the journal is read for it.
CREATE INDEX journal_views ON journal (ledger, epoch, n) WHERE op = 'V';
