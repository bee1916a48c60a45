/** Fills a practice office with synthetic people. Refuses any office whose division code could be a real place. */
import { eq } from 'drizzle-orm';
import type { Caller } from '#shared/kernel/caller.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { isSyntheticOffice } from '#shared/kernel/ids.ts';
import type { Role } from '#shared/kernel/role.ts';
import { visitorsLedger } from '#main/ledgers/visitors/table.ts';
import { officeRow } from '#main/office/service.ts';
import { officeLedger } from '#main/office/table.ts';
import type { OpenOffice } from '#main/session/open-office.ts';
import { staff, staffLedger } from '#main/staff/table.ts';
import { seededRandom } from './random.ts';
import { syntheticVisits } from './visits.ts';

/** Bump when the same seed gives other people. */
export const GENERATOR = 1;

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

export interface Seeded {
  readonly generator: number;
  readonly seed: number;
  readonly visitors: number;
  readonly logins: readonly string[];
}

/** One transaction for the records: all of them or none. */
export async function seedOffice(
  open: OpenOffice,
  caller: Caller,
  clock: Clock,
  wanted: { readonly visitors: number; readonly seed: number; readonly password: string },
): Promise<Seeded> {
  if (!isSyntheticOffice(open.office))
    refuse({ code: 'invalid', issues: [{ field: 'code', rule: 'real-office' }] });
  const { read } = open.store;
  const missing = PEOPLE.filter(
    ({ login }) => read.select().from(staff).where(eq(staff.login, login)).get() === undefined,
  );
  for (const { login } of missing) await open.keyring.put(login, wanted.password);
  const random = seededRandom(wanted.seed);
  open.journal.write({ ...caller, door: 'import' }, (desk) => {
    // Read before this transaction is committed, the ledger would not show who was just added.
    const known = read.select().from(staff).where(eq(staff.role, 'auxiliary')).all();
    const added = missing.map((person) => desk.put(staffLedger, person));
    const office = officeRow(read);
    if (office.address === '') desk.patch(officeLedger, office.id, office.revision, PROFILE);
    const ids = [...known, ...added.filter(({ role }) => role === 'auxiliary')].map(({ id }) => id);
    const callers = ids.map((id): Caller => ({ staff: id, role: 'auxiliary', door: 'import' }));
    for (const visit of syntheticVisits(random, wanted.visitors, clock.now(), open.office, callers))
      desk.put(visitorsLedger, visit);
    desk.note('A', 'office', '-', { event: 'seeded', generator: GENERATOR, seed: wanted.seed });
  });
  return {
    generator: GENERATOR,
    seed: wanted.seed,
    visitors: wanted.visitors,
    logins: PEOPLE.map(({ login }) => login),
  };
}
