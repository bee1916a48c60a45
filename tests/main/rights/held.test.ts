/**
 * 查阅答复 is whole: every ledger answers for itself or says why not, and of a ledger that answers every text that could be
 * written about somebody is on the paper, or is left out with a reason. A new column without a decision fails here.
 */
import { describe, expect, test } from 'vitest';
import { dayOf } from '#shared/kernel/calendar-day.ts';
import { maskPhone } from '#shared/kernel/mask.ts';
import { maskName } from '#shared/kernel/person-name.ts';
import type { LedgerName } from '#shared/ledgers/names.ts';
import type { HeldOf, HeldPerson } from '#main/desk/held.ts';
import { fieldsOf, type Ledger, type LedgerTable, type NewRow } from '#main/db/ledger-table.ts';
import { careHeld } from '#main/ledgers/care/held.ts';
import { disputePartiesLedger, disputesLedger } from '#main/ledgers/disputes/ledgers.ts';
import { disputesHeld } from '#main/ledgers/disputes/held/held.ts';
import { dwellingsHeld } from '#main/ledgers/population/held/dwellings.ts';
import { householdsHeld } from '#main/ledgers/population/held/households.ts';
import { residentsHeld } from '#main/ledgers/population/held/residents.ts';
import { unitsHeld } from '#main/ledgers/population/held/units.ts';
import { residentsLedger } from '#main/ledgers/population/tables.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { rightsHeld } from '#main/ledgers/rights/held.ts';
import { visitorsHeld } from '#main/ledgers/visitors/held.ts';
import { HELD_LEDGERS } from '#main/papers/rights/held-ledgers.ts';
import { SAMPLES } from '#tests/support/ledger-suite.ts';
import { openTestStore, type TestStore } from '#tests/support/store.ts';

/** Whoever asks. */
const ME = { id: '07-000001', name: '李欣', phone: '15400007712' } as const;
const PERSON: HeldPerson = { records: [ME.id], contacts: [{ name: ME.name, phone: ME.phone }] };
const MINE = (name: string, phone: string) => ({ [name]: ME.name, [phone]: ME.phone });

interface Case {
  readonly held: {
    readonly table: LedgerTable;
    readonly leavesOut: Readonly<Partial<Record<string, string>>>;
    readonly of: HeldOf['of'];
  };
  /** What makes a row theirs. */
  readonly ties: Readonly<Record<string, unknown>>;
  /** What has to stand beside it. */
  readonly beside?: (desk: TestStore, id: string) => void;
}

const put = <T extends LedgerTable>(desk: TestStore, ledger: Ledger<T>, values: object): string =>
  String(desk.journal.write(desk.officer, (write) => write.put(ledger, values as NewRow<T>))['id']);

const CASES: Readonly<Partial<Record<LedgerName, Case>>> = {
  // Who the guardian is stands there shortened: see papers.test.ts.
  residents: { held: residentsHeld, ties: { guardianId: null } },
  households: {
    held: householdsHeld,
    ties: {},
    beside: (desk, householdId) =>
      void put(desk, residentsLedger, { ...SAMPLES.residents.values(desk), householdId }),
  },
  dwellings: {
    held: dwellingsHeld,
    ties: {
      ...MINE('ownerName', 'ownerPhone'),
      ...MINE('landlordName', 'landlordPhone'),
      ...MINE('agentName', 'agentPhone'),
    },
  },
  units: {
    held: unitsHeld,
    ties: { ...MINE('keeperName', 'keeperPhone'), ...MINE('securityName', 'securityPhone') },
  },
  visitors: { held: visitorsHeld, ties: { ...MINE('name', 'phone'), handledBy: ME.id } },
  disputes: {
    held: disputesHeld,
    ties: { stage: 'received' },
    beside: (desk, disputeId) => {
      const party = { ...SAMPLES.dispute_parties.values(desk), disputeId, residentId: ME.id };
      put(desk, disputePartiesLedger, party);
    },
  },
  care_consents: { held: careHeld, ties: { residentId: ME.id } },
  rights_requests: { held: rightsHeld, ties: { residentId: ME.id, requester: 'self', ground: null } },
};

/** Texts that no list closes: what somebody could have typed, and days. */
function openTexts(table: LedgerTable): string[] {
  return [...fieldsOf(table)].flatMap(([field, { dataType, enumValues }]) =>
    dataType === 'string' && (enumValues === undefined || enumValues.length === 0) ? [field] : [],
  );
}

/** Begins and ends with a character of its own, so that it is known again when it is shortened. */
function markOf(field: string, at: number): string {
  if (field.endsWith('At')) return `20${String(10 + at)}-05-06T01:00:00.000Z`;
  if (field.endsWith('Id')) return `07-9000${String(10 + at)}`;
  const own = String.fromCodePoint(0x4e00 + 41 * at);
  return `${own}${field}${own}`;
}

const looksOf = (field: string, mark: string): string[] =>
  field.endsWith('At') ? [dayOf(mark)] : [mark, maskName(mark), maskPhone(mark)];

describe('查阅答复', () => {
  test('has an answer of every ledger that speaks of people: what it holds, where else it stands, or why it does not', () => {
    const personal = LEDGER_TABLES.filter((ledger) => ledger.personal);
    expect(personal.length).toBeGreaterThan(15);
    for (const { name } of personal) {
      const answer = HELD_LEDGERS[name];
      if ('why' in answer) expect(answer.why.length, name).toBeGreaterThan(6);
      else if ('within' in answer) expect(HELD_LEDGERS[answer.within], name).toHaveProperty('held');
      else expect(CASES[name], `${name}: a case below`).toBeDefined();
    }
  });

  test.each(Object.entries(CASES))(
    'tells of %s every text, or says why not',
    (name, { held, ties, beside }) => {
      const desk = openTestStore();
      const ledger = LEDGER_TABLES.find((one) => one.name === name);
      if (ledger === undefined) throw new Error(`no ledger ${name}`);
      expect(held.table).toBe(ledger.table);
      const leftOut = held.leavesOut;
      const texts = openTexts(ledger.table);
      const marks = new Map(texts.map((field, at) => [field, markOf(field, at)]));
      const values = { ...SAMPLES[name as LedgerName].values(desk), ...Object.fromEntries(marks), ...ties };
      const id = put(desk, ledger, values);
      beside?.(desk, id);
      const { records } = held.of(desk.store.read, PERSON);
      expect(records).toHaveLength(1);
      const told = JSON.stringify(records);
      for (const [field, mark] of marks) {
        if (field in ties) continue;
        const isTold = looksOf(field, mark).some((look) => told.includes(look));
        expect({ field, isTold }).toEqual({ field, isTold: !(field in leftOut) });
      }
      for (const [field, why] of Object.entries(leftOut)) {
        expect(fieldsOf(ledger.table).map(([name]) => name)).toContain(field);
        expect(why?.length, field).toBeGreaterThan(4);
      }
    },
  );

  test('tells of nobody else: the same records, asked for by another, are not there', () => {
    const desk = openTestStore();
    const other: HeldPerson = { records: ['07-000099'], contacts: [{ name: ME.name, phone: '15400000000' }] };
    for (const [name, { held, ties, beside }] of Object.entries(CASES)) {
      const ledger = LEDGER_TABLES.find((one) => one.name === name);
      if (ledger === undefined) throw new Error(`no ledger ${name}`);
      const id = put(desk, ledger, { ...SAMPLES[name as LedgerName].values(desk), ...ties });
      beside?.(desk, id);
      expect(held.of(desk.store.read, other).records, name).toEqual([]);
      expect(held.of(desk.store.read, { records: [], contacts: [] }).records, name).toEqual([]);
    }
    expect(disputesLedger.personal).toBe(true);
  });
});
