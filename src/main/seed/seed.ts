/** Fills a practice office with synthetic people. Refuses any office whose division code could be a real place. */
import { eq } from 'drizzle-orm';
import { dayOf } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { isSyntheticOffice } from '#shared/kernel/ids.ts';
import type { Role } from '#shared/kernel/role.ts';
import type { Desk } from '#main/db/journal.ts';
import type { ReadHandle } from '#main/db/open.ts';
import type { StepOptions, Steps } from '#main/db/steps.ts';
import { addresses } from '#main/ledgers/population/tables.ts';
import { visitorsLedger } from '#main/ledgers/visitors/table.ts';
import { officeRow } from '#main/office/service.ts';
import { officeLedger } from '#main/office/table.ts';
import type { OpenOffice } from '#main/session/open-office.ts';
import { staff, staffLedger } from '#main/staff/table.ts';
import { putDisputes } from './disputes/disputes.ts';
import { dwellerBook } from './people/dwellers.ts';
import { numberBook } from './people/numbers.ts';
import { populate } from './population.ts';
import { seededRandom } from './random.ts';
import { putStatutory } from './statutory/matters.ts';
import { syntheticVisits } from './visits.ts';
import { putCare } from './wishes/care.ts';
import { putRights } from './wishes/rights.ts';
import type { World } from './world.ts';

/** Bump when the same seed gives other people. */
export const GENERATOR = 4;

const PEOPLE = [
  { name: '李建国', login: 'ljg', role: 'officer', badgeNo: '519907', phone: '15400000001' },
  { name: '王芳', login: 'wf', role: 'auxiliary', badgeNo: 'F0712', phone: '15400000002' },
  { name: '陈刚', login: 'cg', role: 'auxiliary', badgeNo: 'F0715', phone: '15400000003' },
  { name: '周敏', login: 'zm', role: 'auditor', badgeNo: '519931', phone: '' },
] as const satisfies readonly { name: string; login: string; role: Role; badgeNo: string; phone: string }[];

const PROFILE = {
  gridRange: '胜利路01、02、03警格',
  address: '示例市演示区青禾镇胜利路12号',
  hours: '周一至周日 8:30—17:30，夜间值守',
  phone: '0833-0123456',
  stationPhone: '0833-0123400',
  leaderPhone: '15400000009',
  supervisionPhone: '0833-0123411',
};

export interface SeedWanted {
  /** 实有人口; the place, its dwellings, units and disputes come with them. 0: visitors only. */
  readonly residents: number;
  readonly visitors: number;
  readonly seed: number;
  readonly password: string;
}

export interface Seeded {
  readonly generator: number;
  readonly seed: number;
  readonly residents: number;
  readonly visitors: number;
  readonly disputes: number;
  readonly logins: readonly string[];
}

/** One transaction for the records: all of them or none. */
export async function seedOffice(
  open: OpenOffice,
  caller: Caller,
  clock: Clock,
  wanted: SeedWanted,
  options: StepOptions = {},
): Promise<Seeded> {
  if (!isSyntheticOffice(open.office))
    refuse({ code: 'invalid', issues: [{ field: 'code', rule: 'real-office' }] });
  const { read } = open.store;
  // A place is made once: two of them would have the same streets.
  if (wanted.residents > 0 && read.select({ id: addresses.id }).from(addresses).limit(1).get() !== undefined)
    refuse({ code: 'invalid', issues: [{ field: 'rows', rule: 'not-empty' }] });
  const missing = PEOPLE.filter(({ login }) => staffOf(read, login) === undefined);
  for (const { login } of missing) await open.keyring.put(login, wanted.password);

  function* work(desk: Desk): Steps<number> {
    // Read before this transaction is committed, the ledger would not show who was just added.
    const added = missing.map((person) => desk.put(staffLedger, person));
    const known = read.select().from(staff).all();
    const everybody = [...known, ...added];
    const idsOf = (role: Role) => everybody.filter((person) => person.role === role).map(({ id }) => id);
    const office = officeRow(read);
    if (office.address === '') desk.patch(officeLedger, office.id, office.revision, PROFILE);
    const random = seededRandom(wanted.seed);
    const auxiliaries = idsOf('auxiliary');
    const callers = auxiliaries.map((id): Caller => ({ staff: id, role: 'auxiliary', door: 'import' }));
    for (const visit of syntheticVisits(random, wanted.visitors, clock.now(), open.office, callers))
      desk.put(visitorsLedger, visit);
    const [officer = caller.staff] = idsOf('officer');
    const { seed, residents } = wanted;
    const world: World = {
      desk,
      random: random.fork('population'),
      numbers: numberBook(),
      dwellers: dwellerBook(residents),
      now: desk.now,
      today: dayOf(desk.now),
      officer,
      officerName: everybody.find(({ id }) => id === officer)?.name ?? '',
      auxiliaries,
    };
    yield* populate(world, residents);
    const made = yield* putDisputes({ ...world, random: random.fork('disputes') }, residents);
    putStatutory({ ...world, random: random.fork('statutory') }, residents);
    putCare({ ...world, random: random.fork('care') }, residents);
    putRights({ ...world, random: random.fork('rights') }, residents);
    desk.note('A', 'office', '-', { event: 'seeded', generator: GENERATOR, seed, residents });
    return made;
  }

  const disputes = await open.journal.writeInSteps({ ...caller, door: 'import' }, work, options);
  const { seed, residents, visitors } = wanted;
  const logins = PEOPLE.map(({ login }) => login);
  return { generator: GENERATOR, seed, residents, visitors, disputes, logins };
}

function staffOf(read: ReadHandle, login: string) {
  return read.select().from(staff).where(eq(staff.login, login)).get();
}
