/** Two doors of a building and whoever lives behind them, entered through the calls before a window opens. */
import type { ResidentRow } from '#shared/contract/population/residents.ts';
import type { ElementKind } from '#shared/ledgers/population/addresses.ts';
import type { ResidentInput } from '#shared/ledgers/population/residents.ts';
import type { Counter, TestOffice } from '#tests/support/office.ts';
import { EVERYBODY, personAt } from '#tests/support/people.ts';
import { elementIn } from '#tests/support/places.ts';
import { newDraft } from '#tests/support/visits.ts';

export interface Town {
  /** 青禾苑3栋2单元501 */
  readonly door: string;
  /** 青禾苑3栋2单元502 */
  readonly nextDoor: string;
  person(fields: Partial<ResidentInput>): Promise<ResidentRow>;
}

const WAY: readonly (readonly [ElementKind, string])[] = [
  ['town', '青禾镇'],
  ['community', '胜利社区'],
  ['compound', '青禾苑'],
  ['building', '3栋'],
  ['entrance', '2单元'],
];

/** Built by an officer, who is signed in afterwards. */
export async function buildTown(office: {
  readonly counter: Counter;
  signIn(role: 'officer'): Promise<string>;
}): Promise<Town> {
  await office.signIn('officer');
  const { counter } = office;
  let parent: string | null = null;
  for (const [kind, name] of WAY) parent = await add(counter, parent, kind, name);
  const door = await add(counter, parent, 'room', '501');
  const nextDoor = await add(counter, parent, 'room', '502');
  return {
    door,
    nextDoor,
    async person(fields) {
      const resident = personAt(door, fields);
      const saved = await counter.residents.register({ resident, draft: newDraft() });
      return saved.resident;
    },
  };
}

async function add(
  counter: Counter,
  parent: string | null,
  kind: ElementKind,
  name: string,
): Promise<string> {
  const added = await counter.addresses.add({ address: elementIn(parent, kind, name), draft: newDraft() });
  return added.id;
}

/** A household at a door, whose members name it afterwards. */
export async function addHousehold(
  { counter }: Pick<TestOffice, 'counter'>,
  addressId: string,
): Promise<string> {
  const household = { addressId, kind: 'family', number: '' } as const;
  const { id } = await counter.households.register({ household, draft: newDraft() });
  return id;
}

/** Everybody in the ledger, also those who are gone. */
export async function allPeople({ counter }: { readonly counter: Counter }): Promise<ResidentRow[]> {
  const { rows } = await counter.residents.list({
    after: null,
    rows: 100,
    filter: { ...EVERYBODY, presence: 'all' },
    sort: { by: 'id', descending: false },
  });
  return rows;
}

/** Who keeps the door: an officer for the police grid, a grid worker for the civil one. */
export async function layGrids({ counter }: Pick<TestOffice, 'counter'>, door: string): Promise<void> {
  const grid = { name: '青禾', policeGrid: null } as const;
  await counter.grids.add({
    grid: { ...grid, kind: 'police', code: '03', keeper: '李建国' },
    draft: newDraft(),
  });
  await counter.grids.add({
    grid: { ...grid, kind: 'civil', code: '0301', keeper: '赵敏' },
    draft: newDraft(),
  });
  const { revision } = await counter.addresses.open({ id: door });
  await counter.addresses.setGrids({ id: door, revision, policeGrid: '03', civilGrid: '0301' });
}
