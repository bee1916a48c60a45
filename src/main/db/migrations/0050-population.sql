-- 一标三实: addresses, dwellings, households, people, units; and what they are found by.

-- 警格与网格 and how they map.
CREATE TABLE grids (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, change_n INTEGER NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL,
  retired_at TEXT,
  kind TEXT NOT NULL, code TEXT NOT NULL, name TEXT NOT NULL, police_grid TEXT, keeper TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX grids_code ON grids (kind, code) WHERE retired_at IS NULL;
CREATE TRIGGER grids_insert AFTER INSERT ON grids
  WHEN NEW.revision <> 1 OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'grids: write without journal line'); END;
CREATE TRIGGER grids_update AFTER UPDATE ON grids
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id OR NEW.change_n IS OLD.change_n
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'grids: write without journal line'); END;
CREATE TRIGGER grids_delete BEFORE DELETE ON grids
  BEGIN SELECT RAISE(ABORT, 'grids: no hard delete'); END;

-- 标准地址: the tree of places, one record a door.
CREATE TABLE addresses (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, change_n INTEGER NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL,
  retired_at TEXT,
  parent_id TEXT, kind TEXT NOT NULL, name TEXT NOT NULL, line TEXT NOT NULL, floor INTEGER,
  aliases TEXT NOT NULL, division TEXT NOT NULL, community_code TEXT NOT NULL, police_grid TEXT,
  civil_grid TEXT, state TEXT NOT NULL, quiet INTEGER NOT NULL, best_time TEXT NOT NULL, merged_into TEXT,
  batch_id TEXT, source TEXT NOT NULL, synthetic INTEGER NOT NULL
) STRICT;
-- One record a door: no two elements of a kind have the same name under one parent.
CREATE UNIQUE INDEX addresses_parent ON addresses (coalesce(parent_id, ''), kind, name) WHERE retired_at IS NULL;
CREATE INDEX addresses_below ON addresses (parent_id, id) WHERE retired_at IS NULL;
CREATE INDEX addresses_line ON addresses (line, id) WHERE retired_at IS NULL;
CREATE INDEX addresses_grid ON addresses (police_grid, id, kind) WHERE retired_at IS NULL;
CREATE INDEX addresses_civil ON addresses (civil_grid, id, kind) WHERE retired_at IS NULL;
CREATE TRIGGER addresses_insert AFTER INSERT ON addresses
  WHEN NEW.revision <> 1 OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'addresses: write without journal line'); END;
CREATE TRIGGER addresses_update AFTER UPDATE ON addresses
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id OR NEW.change_n IS OLD.change_n
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'addresses: write without journal line'); END;
CREATE TRIGGER addresses_delete BEFORE DELETE ON addresses
  BEGIN SELECT RAISE(ABORT, 'addresses: no hard delete'); END;

-- 实有房屋 and 出租房屋.
CREATE TABLE dwellings (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, change_n INTEGER NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL,
  retired_at TEXT,
  address_id TEXT NOT NULL, use TEXT NOT NULL, owner_name TEXT, owner_phone TEXT, rental_use TEXT,
  landlord_name TEXT, landlord_phone TEXT, agent_name TEXT, agent_phone TEXT, let_from TEXT, let_to TEXT,
  occupants INTEGER, pledge_on TEXT, safety_checked_on TEXT, verified_on TEXT, verified_by TEXT,
  verified_how TEXT, batch_id TEXT, source TEXT NOT NULL, synthetic INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX dwellings_address ON dwellings (address_id) WHERE retired_at IS NULL;
CREATE INDEX dwellings_let ON dwellings (safety_checked_on, id) WHERE retired_at IS NULL AND use = 'let';
CREATE TRIGGER dwellings_insert AFTER INSERT ON dwellings
  WHEN NEW.revision <> 1 OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'dwellings: write without journal line'); END;
CREATE TRIGGER dwellings_update AFTER UPDATE ON dwellings
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id OR NEW.change_n IS OLD.change_n
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'dwellings: write without journal line'); END;
CREATE TRIGGER dwellings_delete BEFORE DELETE ON dwellings
  BEGIN SELECT RAISE(ABORT, 'dwellings: no hard delete'); END;

-- 户.
CREATE TABLE households (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, change_n INTEGER NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL,
  retired_at TEXT,
  address_id TEXT NOT NULL, kind TEXT NOT NULL, number TEXT NOT NULL, batch_id TEXT, source TEXT NOT NULL,
  synthetic INTEGER NOT NULL
) STRICT;
CREATE INDEX households_address ON households (address_id) WHERE retired_at IS NULL;
CREATE INDEX households_number ON households (number) WHERE retired_at IS NULL AND number <> '';
CREATE TRIGGER households_insert AFTER INSERT ON households
  WHEN NEW.revision <> 1 OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'households: write without journal line'); END;
CREATE TRIGGER households_update AFTER UPDATE ON households
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id OR NEW.change_n IS OLD.change_n
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'households: write without journal line'); END;
CREATE TRIGGER households_delete BEFORE DELETE ON households
  BEGIN SELECT RAISE(ABORT, 'households: no hard delete'); END;

-- 实有人口. No ethnicity, religion, politics, health, work or past: there is no column for it.
CREATE TABLE residents (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, change_n INTEGER NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL,
  retired_at TEXT,
  name TEXT NOT NULL, other_name TEXT, id_type TEXT NOT NULL, id_number TEXT, sex TEXT NOT NULL,
  birth_date TEXT, phone TEXT, phone2 TEXT, phone3 TEXT, address_id TEXT NOT NULL, register_address TEXT,
  register_division TEXT, residence_type TEXT NOT NULL, housing TEXT, household_id TEXT, relation TEXT,
  stay_from TEXT, stay_until TEXT, guardian_id TEXT, emergency_contact TEXT,
  emergency_consent INTEGER NOT NULL, notice_given_on TEXT, out_state TEXT, out_on TEXT, verified_on TEXT,
  verified_by TEXT, verified_how TEXT, retain_until TEXT, merged_into TEXT, batch_id TEXT,
  source TEXT NOT NULL, synthetic INTEGER NOT NULL
) STRICT;
-- What the list is filtered by stands in each index it is sorted by: who does not match costs no look at the row.
CREATE INDEX residents_address ON residents (address_id, id, out_state, residence_type, verified_on) WHERE retired_at IS NULL;
CREATE INDEX residents_household ON residents (household_id) WHERE retired_at IS NULL AND household_id IS NOT NULL;
CREATE INDEX residents_guardian ON residents (guardian_id) WHERE retired_at IS NULL AND guardian_id IS NOT NULL;
CREATE INDEX residents_number ON residents (id_number) WHERE retired_at IS NULL AND id_number IS NOT NULL;
CREATE INDEX residents_name ON residents (name, birth_date, id, out_state, residence_type, verified_on) WHERE retired_at IS NULL;
CREATE INDEX residents_verified ON residents (verified_on, id, out_state, residence_type) WHERE retired_at IS NULL;
CREATE INDEX residents_updated ON residents (updated_at, id, out_state, residence_type, verified_on) WHERE retired_at IS NULL;
CREATE INDEX residents_batch ON residents (batch_id) WHERE retired_at IS NULL AND batch_id IS NOT NULL;
CREATE INDEX residents_retain ON residents (retain_until, id) WHERE retain_until IS NOT NULL;
CREATE INDEX residents_gone ON residents (retired_at, id) WHERE retired_at IS NOT NULL AND name <> '';
CREATE INDEX residents_merged ON residents (merged_into) WHERE merged_into IS NOT NULL;
-- Numbers to look at again, and people without one: fifteen digits, or a last digit that does not follow from the others
-- (GB 11643, ISO 7064 MOD 11-2). The same text stands in src/main/ledgers/population/people/list/number-sql.ts.
CREATE INDEX residents_unsure ON residents (id_number, id, out_state) WHERE retired_at IS NULL
  AND (id_number IS NULL OR (
    id_type IN ('111', 'hmt-permit', 'foreign-card', 'temporary-card', 'household-book')
    AND substr(id_number, 1, 17) NOT GLOB '*[^0-9]*'
    AND (length(id_number) = 15 OR length(id_number) = 18 AND substr(id_number, 18, 1) <>
      substr('10X98765432', 1 + (7 * substr(id_number, 1, 1) + 9 * substr(id_number, 2, 1) + 10 *
      substr(id_number, 3, 1) + 5 * substr(id_number, 4, 1) + 8 * substr(id_number, 5, 1) + 4 * substr(id_number,
      6, 1) + 2 * substr(id_number, 7, 1) + 1 * substr(id_number, 8, 1) + 6 * substr(id_number, 9, 1) + 3 *
      substr(id_number, 10, 1) + 7 * substr(id_number, 11, 1) + 9 * substr(id_number, 12, 1) + 10 *
      substr(id_number, 13, 1) + 5 * substr(id_number, 14, 1) + 8 * substr(id_number, 15, 1) + 4 *
      substr(id_number, 16, 1) + 2 * substr(id_number, 17, 1)) % 11, 1))));
CREATE TRIGGER residents_insert AFTER INSERT ON residents
  WHEN NEW.revision <> 1 OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'residents: write without journal line'); END;
CREATE TRIGGER residents_update AFTER UPDATE ON residents
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id OR NEW.change_n IS OLD.change_n
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'residents: write without journal line'); END;
CREATE TRIGGER residents_delete BEFORE DELETE ON residents
  BEGIN SELECT RAISE(ABORT, 'residents: no hard delete'); END;

-- 走访记录.
CREATE TABLE home_visits (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, change_n INTEGER NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL,
  retired_at TEXT,
  address_id TEXT NOT NULL, visited_at TEXT NOT NULL, purpose TEXT NOT NULL, result TEXT NOT NULL,
  how TEXT NOT NULL, companion TEXT, next_due_on TEXT, retain_until TEXT NOT NULL, source TEXT NOT NULL,
  synthetic INTEGER NOT NULL
) STRICT;
CREATE INDEX home_visits_address ON home_visits (address_id, visited_at) WHERE retired_at IS NULL;
CREATE INDEX home_visits_due ON home_visits (next_due_on, id) WHERE retired_at IS NULL AND next_due_on IS NOT NULL;
CREATE INDEX home_visits_retain ON home_visits (retain_until, id) WHERE retain_until <> '';
CREATE TRIGGER home_visits_insert AFTER INSERT ON home_visits
  WHEN NEW.revision <> 1 OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'home_visits: write without journal line'); END;
CREATE TRIGGER home_visits_update AFTER UPDATE ON home_visits
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id OR NEW.change_n IS OLD.change_n
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'home_visits: write without journal line'); END;
CREATE TRIGGER home_visits_delete BEFORE DELETE ON home_visits
  BEGIN SELECT RAISE(ABORT, 'home_visits: no hard delete'); END;

-- 实有单位.
CREATE TABLE units (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, change_n INTEGER NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL,
  retired_at TEXT,
  name TEXT NOT NULL, credit_code TEXT, type TEXT NOT NULL, address_id TEXT NOT NULL, keeper_name TEXT,
  keeper_phone TEXT, security_name TEXT, security_phone TEXT, hours TEXT NOT NULL, staff_band TEXT,
  small_place TEXT, key_since TEXT, key_decision TEXT, source TEXT NOT NULL, synthetic INTEGER NOT NULL
) STRICT;
CREATE INDEX units_address ON units (address_id) WHERE retired_at IS NULL;
CREATE INDEX units_name ON units (name, id) WHERE retired_at IS NULL;
CREATE INDEX units_updated ON units (updated_at, id) WHERE retired_at IS NULL;
CREATE INDEX units_key ON units (key_since, id) WHERE retired_at IS NULL AND key_since IS NOT NULL;
CREATE TRIGGER units_insert AFTER INSERT ON units
  WHEN NEW.revision <> 1 OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'units: write without journal line'); END;
CREATE TRIGGER units_update AFTER UPDATE ON units
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id OR NEW.change_n IS OLD.change_n
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'units: write without journal line'); END;
CREATE TRIGGER units_delete BEFORE DELETE ON units
  BEGIN SELECT RAISE(ABORT, 'units: no hard delete'); END;

-- 重点单位核查.
CREATE TABLE unit_checks (
  id TEXT PRIMARY KEY, revision INTEGER NOT NULL, change_n INTEGER NOT NULL,
  created_at TEXT NOT NULL, created_by TEXT NOT NULL, updated_at TEXT NOT NULL, updated_by TEXT NOT NULL,
  retired_at TEXT,
  unit_id TEXT NOT NULL, checked_on TEXT NOT NULL, officer TEXT NOT NULL, companion TEXT,
  guard_duty TEXT NOT NULL, key_positions TEXT NOT NULL, fire_exits TEXT NOT NULL, extinguishers TEXT NOT NULL,
  wiring TEXT NOT NULL, gas TEXT NOT NULL, hotel_book TEXT NOT NULL, finding TEXT NOT NULL,
  fixed_on_site INTEGER NOT NULL, notice_no TEXT, deadline TEXT, rechecked_on TEXT, recheck_result TEXT,
  retain_until TEXT NOT NULL, source TEXT NOT NULL, synthetic INTEGER NOT NULL
) STRICT;
CREATE INDEX unit_checks_unit ON unit_checks (unit_id, checked_on) WHERE retired_at IS NULL;
CREATE INDEX unit_checks_open ON unit_checks (deadline, id) WHERE retired_at IS NULL AND deadline IS NOT NULL AND recheck_result IS NOT 'put-right';
CREATE INDEX unit_checks_retain ON unit_checks (retain_until, id) WHERE retain_until <> '';
CREATE TRIGGER unit_checks_insert AFTER INSERT ON unit_checks
  WHEN NEW.revision <> 1 OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'unit_checks: write without journal line'); END;
CREATE TRIGGER unit_checks_update AFTER UPDATE ON unit_checks
  WHEN NEW.revision <> OLD.revision + 1 OR NEW.id <> OLD.id OR NEW.change_n IS OLD.change_n
    OR NEW.change_n IS NOT (SELECT n FROM journal ORDER BY epoch DESC, n DESC LIMIT 1)
  BEGIN SELECT RAISE(ABORT, 'unit_checks: write without journal line'); END;
CREATE TRIGGER unit_checks_delete BEFORE DELETE ON unit_checks
  BEGIN SELECT RAISE(ABORT, 'unit_checks: no hard delete'); END;

-- What people, places and units are found by as somebody types, and at which address. Follows from the rows; built anew
-- at will.
CREATE TABLE finders (ledger TEXT PRIMARY KEY, version INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE residents_keys (key TEXT NOT NULL, n INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (key, n)) STRICT, WITHOUT ROWID;
CREATE TABLE addresses_keys (key TEXT NOT NULL, n INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (key, n)) STRICT, WITHOUT ROWID;
CREATE TABLE units_keys (key TEXT NOT NULL, n INTEGER NOT NULL, at INTEGER NOT NULL, PRIMARY KEY (key, n)) STRICT, WITHOUT ROWID;

-- Shelves: the office's own working state.
CREATE TABLE views (
  id TEXT PRIMARY KEY, staff TEXT NOT NULL, name TEXT NOT NULL, shared INTEGER NOT NULL,
  -- JSON of the filter.
  filter TEXT NOT NULL, kept_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Pairs that a person looked at and found to be two people. a < b.
CREATE TABLE settled_pairs (
  a TEXT NOT NULL, b TEXT NOT NULL, staff TEXT NOT NULL, settled_at TEXT NOT NULL,
  PRIMARY KEY (a, b)
) STRICT, WITHOUT ROWID;

-- Imports: which journal lines they wrote, and what was counted. The file itself is not kept.
CREATE TABLE import_batches (
  id TEXT PRIMARY KEY, file TEXT NOT NULL, at TEXT NOT NULL, staff TEXT NOT NULL,
  from_n INTEGER NOT NULL, to_n INTEGER NOT NULL,
  -- JSON of the counts.
  counts TEXT NOT NULL, undone_at TEXT
) STRICT, WITHOUT ROWID;

-- Headers of a sheet (a hash of them) and the fields a person gave them.
CREATE TABLE import_mappings (
  headers TEXT PRIMARY KEY, mapping TEXT NOT NULL, staff TEXT NOT NULL, kept_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
