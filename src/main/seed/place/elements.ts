/** Writes the elements of the address tree, each with its line, its codes and its grids. */
import { addressLine, type ElementKind } from '#shared/ledgers/population/addresses.ts';
import { addressesLedger } from '#main/ledgers/population/tables.ts';
import { HOME_DIVISION } from '#main/seed/people/numbers.ts';
import { SEEDED, type World } from '#main/seed/world.ts';

export interface Element {
  readonly id: string;
  readonly kind: ElementKind;
  readonly line: string;
}

/** What all elements of a settlement have in common, and the grid one stands in. */
export interface Setting {
  readonly communityCode: string;
  readonly policeGrid: string | null;
  readonly civilGrid: string | null;
}

export interface Details {
  readonly floor?: number;
  readonly aliases?: string;
  readonly isDoor?: boolean;
}

/** A place somebody lives or works behind. */
export interface Door extends Element {
  readonly policeGrid: string;
  readonly civilGrid: string;
  /** On the ground along a street: where shops are. */
  readonly onStreet: boolean;
}

const NOWHERE: Setting = { communityCode: '', policeGrid: null, civilGrid: null };
const QUIET = 0.015;
const TIMES = ['工作日18点后', '周末上午', '中午12点到14点', '晚上8点前'] as const;
const KNOWN_TIME = 0.03;
const UNVERIFIED = 0.015;

export function putElement(
  { desk, random }: World,
  parent: Element | null,
  kind: ElementKind,
  name: string,
  setting: Setting,
  { floor, aliases = '', isDoor = false }: Details = {},
): Element {
  const line = addressLine(parent, { kind, name });
  const { id } = desk.put(addressesLedger, {
    parentId: parent?.id ?? null,
    kind,
    name,
    line,
    floor: floor ?? null,
    aliases,
    division: kind === 'province' || kind === 'city' ? '' : HOME_DIVISION,
    ...setting,
    state: isDoor && random.chance(UNVERIFIED) ? 'unverified' : 'in-use',
    quiet: isDoor && random.chance(QUIET),
    bestTime: isDoor && random.chance(KNOWN_TIME) ? random.pick(TIMES) : '',
    ...SEEDED,
  });
  return { id, kind, line };
}

/** 四川省示例市演示区青禾镇: what the settlements stand in. */
export function putTown(world: World): Element {
  const province = putElement(world, null, 'province', '四川省', NOWHERE);
  const city = putElement(world, province, 'city', '示例市', NOWHERE);
  const county = putElement(world, city, 'county', '演示区', NOWHERE);
  return putElement(world, county, 'town', '青禾镇', NOWHERE);
}
