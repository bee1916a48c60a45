-- 矛盾纠纷: matters, who is in them, and what is written down while they are handled. A visit to the desk may become one.

-- A matter. Who may see it is decided by stage and route (src/main/ledgers/disputes/reading/visible.ts).
CREATE TABLE disputes (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, change_n INTEGER NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL,
  retired_at TEXT,
  received_at TEXT NOT NULL, registered_by TEXT NOT NULL,
  type TEXT NOT NULL, raised_by TEXT NOT NULL, address_id TEXT, place TEXT NOT NULL, police_grid TEXT,
  happened_on TEXT, summary TEXT NOT NULL, demands TEXT NOT NULL, amount INTEGER,
  level TEXT NOT NULL, owner TEXT NOT NULL, officer TEXT, grid_worker TEXT NOT NULL,
  danger INTEGER NOT NULL, injury TEXT NOT NULL, weapon INTEGER NOT NULL, violence INTEGER NOT NULL,
  minor INTEGER NOT NULL, nature TEXT NOT NULL,
  route TEXT, stage TEXT NOT NULL, result TEXT, due_on TEXT, receipt TEXT NOT NULL,
  told_on TEXT, told_how TEXT, satisfied TEXT NOT NULL, archived_on TEXT, records INTEGER NOT NULL,
  retain_until TEXT, source TEXT NOT NULL, synthetic INTEGER NOT NULL
) STRICT;
CREATE INDEX disputes_received ON disputes (received_at, id) WHERE retired_at IS NULL;
CREATE INDEX disputes_updated ON disputes (updated_at, id) WHERE retired_at IS NULL;
CREATE INDEX disputes_due ON disputes (due_on, id) WHERE retired_at IS NULL;
CREATE INDEX disputes_stage ON disputes (stage, due_on, id) WHERE retired_at IS NULL;
CREATE INDEX disputes_owner ON disputes (owner, due_on) WHERE retired_at IS NULL;
CREATE INDEX disputes_registered ON disputes (registered_by, id) WHERE retired_at IS NULL;
CREATE INDEX disputes_address ON disputes (address_id) WHERE retired_at IS NULL AND address_id IS NOT NULL;
CREATE INDEX disputes_grid ON disputes (police_grid, id) WHERE retired_at IS NULL;
-- Figures count forgotten matters too: these two reach beyond the ledger.
CREATE INDEX disputes_month ON disputes (received_at, type);
CREATE INDEX disputes_archived ON disputes (archived_on, id) WHERE archived_on IS NOT NULL;
CREATE INDEX disputes_retained ON disputes (retain_until, id) WHERE retain_until <> '';
CREATE TRIGGER disputes_insert AFTER INSERT ON disputes
  WHEN NEW.revision <> 1 OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'disputes: write without journal line'); END;
CREATE TRIGGER disputes_update AFTER UPDATE ON disputes
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id OR NEW.change_n IS OLD.change_n
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'disputes: write without journal line'); END;
CREATE TRIGGER disputes_delete BEFORE DELETE ON disputes
  BEGIN SELECT RAISE(ABORT, 'disputes: no hard delete'); END;

-- 当事人.
CREATE TABLE dispute_parties (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, change_n INTEGER NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL,
  retired_at TEXT,
  dispute_id TEXT NOT NULL, side TEXT NOT NULL, resident_id TEXT, name TEXT NOT NULL, sex TEXT NOT NULL, age INTEGER,
  minor INTEGER NOT NULL, phone TEXT, address TEXT NOT NULL,
  representative TEXT, representative_name TEXT, representative_phone TEXT,
  retain_until TEXT, source TEXT NOT NULL, synthetic INTEGER NOT NULL
) STRICT;
CREATE INDEX dispute_parties_dispute ON dispute_parties (dispute_id) WHERE retired_at IS NULL;
CREATE INDEX dispute_parties_resident ON dispute_parties (resident_id)
  WHERE retired_at IS NULL AND resident_id IS NOT NULL;
CREATE INDEX dispute_parties_retained ON dispute_parties (retain_until, id) WHERE retain_until <> '';
CREATE TRIGGER dispute_parties_insert AFTER INSERT ON dispute_parties
  WHEN NEW.revision <> 1 OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'dispute_parties: write without journal line'); END;
CREATE TRIGGER dispute_parties_update AFTER UPDATE ON dispute_parties
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id OR NEW.change_n IS OLD.change_n
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'dispute_parties: write without journal line'); END;
CREATE TRIGGER dispute_parties_delete BEFORE DELETE ON dispute_parties
  BEGIN SELECT RAISE(ABORT, 'dispute_parties: no hard delete'); END;

-- 调解.
CREATE TABLE dispute_sessions (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, change_n INTEGER NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL,
  retired_at TEXT,
  dispute_id TEXT NOT NULL, ordinal INTEGER NOT NULL, held_on TEXT NOT NULL, from_time TEXT NOT NULL,
  to_time TEXT NOT NULL, host TEXT NOT NULL, place TEXT NOT NULL, present TEXT NOT NULL, course TEXT NOT NULL,
  recording TEXT NOT NULL, guardian_present INTEGER NOT NULL, outcome TEXT NOT NULL,
  retain_until TEXT, source TEXT NOT NULL, synthetic INTEGER NOT NULL
) STRICT;
CREATE INDEX dispute_sessions_dispute ON dispute_sessions (dispute_id) WHERE retired_at IS NULL;
CREATE INDEX dispute_sessions_retained ON dispute_sessions (retain_until, id) WHERE retain_until <> '';
CREATE TRIGGER dispute_sessions_insert AFTER INSERT ON dispute_sessions
  WHEN NEW.revision <> 1 OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'dispute_sessions: write without journal line'); END;
CREATE TRIGGER dispute_sessions_update AFTER UPDATE ON dispute_sessions
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id OR NEW.change_n IS OLD.change_n
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'dispute_sessions: write without journal line'); END;
CREATE TRIGGER dispute_sessions_delete BEFORE DELETE ON dispute_sessions
  BEGIN SELECT RAISE(ABORT, 'dispute_sessions: no hard delete'); END;

-- 协议.
CREATE TABLE dispute_agreements (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, change_n INTEGER NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL,
  retired_at TEXT,
  dispute_id TEXT NOT NULL, kind TEXT NOT NULL, form TEXT NOT NULL, agreed_on TEXT NOT NULL, facts TEXT NOT NULL,
  terms TEXT NOT NULL, perform_by TEXT NOT NULL, manner TEXT NOT NULL, confirm_until TEXT, performed_on TEXT,
  breached_on TEXT, recognised_on TEXT,
  retain_until TEXT, source TEXT NOT NULL, synthetic INTEGER NOT NULL
) STRICT;
CREATE INDEX dispute_agreements_dispute ON dispute_agreements (dispute_id) WHERE retired_at IS NULL;
CREATE INDEX dispute_agreements_retained ON dispute_agreements (retain_until, id) WHERE retain_until <> '';
CREATE TRIGGER dispute_agreements_insert AFTER INSERT ON dispute_agreements
  WHEN NEW.revision <> 1 OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'dispute_agreements: write without journal line'); END;
CREATE TRIGGER dispute_agreements_update AFTER UPDATE ON dispute_agreements
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id OR NEW.change_n IS OLD.change_n
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'dispute_agreements: write without journal line'); END;
CREATE TRIGGER dispute_agreements_delete BEFORE DELETE ON dispute_agreements
  BEGIN SELECT RAISE(ABORT, 'dispute_agreements: no hard delete'); END;

-- 化解层级: one record a level, upwards.
CREATE TABLE dispute_levels (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, change_n INTEGER NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL,
  retired_at TEXT,
  dispute_id TEXT NOT NULL, level TEXT NOT NULL, since TEXT NOT NULL, reason TEXT NOT NULL, moved_by TEXT NOT NULL,
  retain_until TEXT, source TEXT NOT NULL, synthetic INTEGER NOT NULL
) STRICT;
CREATE INDEX dispute_levels_dispute ON dispute_levels (dispute_id) WHERE retired_at IS NULL;
CREATE INDEX dispute_levels_retained ON dispute_levels (retain_until, id) WHERE retain_until <> '';
CREATE TRIGGER dispute_levels_insert AFTER INSERT ON dispute_levels
  WHEN NEW.revision <> 1 OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'dispute_levels: write without journal line'); END;
CREATE TRIGGER dispute_levels_update AFTER UPDATE ON dispute_levels
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id OR NEW.change_n IS OLD.change_n
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'dispute_levels: write without journal line'); END;
CREATE TRIGGER dispute_levels_delete BEFORE DELETE ON dispute_levels
  BEGIN SELECT RAISE(ABORT, 'dispute_levels: no hard delete'); END;

-- 移交 and 联调.
CREATE TABLE dispute_referrals (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, change_n INTEGER NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL,
  retired_at TEXT,
  dispute_id TEXT NOT NULL, body TEXT NOT NULL, body_name TEXT NOT NULL, part TEXT NOT NULL, request TEXT NOT NULL,
  due_on TEXT NOT NULL, parties_know INTEGER NOT NULL, sent_on TEXT NOT NULL, sent_by TEXT NOT NULL,
  answered_on TEXT, outcome TEXT, answer TEXT NOT NULL,
  retain_until TEXT, source TEXT NOT NULL, synthetic INTEGER NOT NULL
) STRICT;
CREATE INDEX dispute_referrals_dispute ON dispute_referrals (dispute_id) WHERE retired_at IS NULL;
CREATE INDEX dispute_referrals_waiting ON dispute_referrals (dispute_id, due_on)
  WHERE retired_at IS NULL AND answered_on IS NULL;
-- Figures count forgotten ones too.
CREATE INDEX dispute_referrals_sent ON dispute_referrals (sent_on, body);
CREATE INDEX dispute_referrals_retained ON dispute_referrals (retain_until, id) WHERE retain_until <> '';
CREATE TRIGGER dispute_referrals_insert AFTER INSERT ON dispute_referrals
  WHEN NEW.revision <> 1 OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'dispute_referrals: write without journal line'); END;
CREATE TRIGGER dispute_referrals_update AFTER UPDATE ON dispute_referrals
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id OR NEW.change_n IS OLD.change_n
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'dispute_referrals: write without journal line'); END;
CREATE TRIGGER dispute_referrals_delete BEFORE DELETE ON dispute_referrals
  BEGIN SELECT RAISE(ABORT, 'dispute_referrals: no hard delete'); END;

-- 回访.
CREATE TABLE dispute_follow_ups (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, change_n INTEGER NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL,
  retired_at TEXT,
  dispute_id TEXT NOT NULL, ordinal INTEGER NOT NULL, due_on TEXT NOT NULL, done_on TEXT, how TEXT, finding TEXT,
  satisfied TEXT NOT NULL, note TEXT NOT NULL, done_by TEXT,
  retain_until TEXT, source TEXT NOT NULL, synthetic INTEGER NOT NULL
) STRICT;
CREATE INDEX dispute_follow_ups_dispute ON dispute_follow_ups (dispute_id) WHERE retired_at IS NULL;
CREATE INDEX dispute_follow_ups_owed ON dispute_follow_ups (dispute_id, due_on)
  WHERE retired_at IS NULL AND done_on IS NULL;
CREATE INDEX dispute_follow_ups_retained ON dispute_follow_ups (retain_until, id) WHERE retain_until <> '';
CREATE TRIGGER dispute_follow_ups_insert AFTER INSERT ON dispute_follow_ups
  WHEN NEW.revision <> 1 OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'dispute_follow_ups: write without journal line'); END;
CREATE TRIGGER dispute_follow_ups_update AFTER UPDATE ON dispute_follow_ups
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id OR NEW.change_n IS OLD.change_n
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'dispute_follow_ups: write without journal line'); END;
CREATE TRIGGER dispute_follow_ups_delete BEFORE DELETE ON dispute_follow_ups
  BEGIN SELECT RAISE(ABORT, 'dispute_follow_ups: no hard delete'); END;

-- The matter that a visit turned into. Forgetting the visit drops it.
ALTER TABLE visitors ADD COLUMN dispute_id TEXT;
CREATE INDEX visitors_dispute ON visitors (dispute_id) WHERE retired_at IS NULL AND dispute_id IS NOT NULL;

-- What was merged into a place is the same door.
CREATE INDEX addresses_merged ON addresses (merged_into) WHERE merged_into IS NOT NULL;
