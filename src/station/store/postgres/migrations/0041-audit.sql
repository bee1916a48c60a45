-- What an auditor may read, and `station extract` shows: that something was done, when, to which number. Never a person.

CREATE SCHEMA audit;

-- The ledgers that are told of at all, and which of their fields: those that stay when a record is forgotten, because they
-- name nobody. Equal to src/station/extracting/shown-fields.ts.
CREATE TABLE audit.shown (ledger station.words PRIMARY KEY, fields text[] NOT NULL);
INSERT INTO audit.shown VALUES
  ('office', '{}'),
  ('staff', '{}'),
  ('visitors', '{arrivedAt,people,matter,result,satisfied,state}'),
  ('grids', '{}'),
  ('addresses', '{}'),
  ('dwellings', '{}'),
  ('households', '{}'),
  ('residents', '{}'),
  ('home_visits', '{visitedAt,purpose,result,how}'),
  ('units', '{}'),
  ('unit_checks', '{checkedOn,guardDuty,keyPositions,fireExits,extinguishers,wiring,gas,hotelBook,fixedOnSite,recheckResult}'),
  ('disputes', '{}'),
  ('dispute_parties', '{}'),
  ('dispute_sessions', '{}'),
  ('dispute_agreements', '{}'),
  ('dispute_levels', '{}'),
  ('dispute_referrals', '{}'),
  ('dispute_follow_ups', '{}');

CREATE VIEW audit.bundles WITH (security_barrier) AS
  SELECT office, sealed_epoch, seq, epoch, from_n, to_n, manifest_sha256, file_sha256, sealed_at, received_at
    FROM station.bundles;

-- A line of a ledger that is not told of looks like a forgotten one: its place, its leaf and the chain, for whoever verifies.
CREATE VIEW audit.lines WITH (security_barrier) AS
  SELECT l.office, l.epoch, l.n,
         j.line ->> 't' AS at, j.line ->> 'u' AS actor, j.line ->> 'via' AS via,
         CASE WHEN s.ledger IS NOT NULL THEN l.ledger END AS ledger,
         CASE WHEN s.ledger IS NOT NULL THEN l.record END AS record,
         CASE WHEN s.ledger IS NOT NULL THEN l.op END AS op,
         (j.line ->> 'v')::bigint AS v,
         (SELECT string_agg(key, ' ' ORDER BY key COLLATE "C") FROM json_object_keys(j.line -> 'd') AS key
           WHERE key = ANY (s.fields)) AS changed,
         CASE WHEN l.op IS NULL THEN l.line::json ->> 'leaf'
              ELSE encode(sha256(convert_to(l.line, 'UTF8')), 'hex') END AS leaf,
         encode(l.h, 'hex') AS chain
    FROM station.lines AS l
    LEFT JOIN audit.shown AS s ON s.ledger = l.ledger
    CROSS JOIN LATERAL (SELECT CASE WHEN s.ledger IS NOT NULL THEN l.line::json END AS line) AS j;

CREATE VIEW audit.records WITH (security_barrier) AS
  SELECT r.office, r.ledger, r.record, r.v,
         CASE WHEN r.forgotten THEN 'forgotten' WHEN r.live THEN 'live' ELSE 'out' END AS state, r.n,
         coalesce((SELECT json_object_agg(f.name, r.fields::json -> f.name ORDER BY f.place)
            FROM unnest(s.fields) WITH ORDINALITY AS f (name, place)
           WHERE r.fields::json -> f.name IS NOT NULL), '{}')::text AS fields
    FROM station.records AS r JOIN audit.shown AS s ON s.ledger = r.ledger;
