/** Matters in a store of their own, with the real calls; and the least that has to be said of each. */
import type { Caller } from '#shared/kernel/caller.ts';
import type { Intake } from '#shared/ledgers/disputes/intake.ts';
import type { Party } from '#shared/ledgers/disputes/parties.ts';
import type { Answers } from '#shared/ledgers/disputes/questions.ts';
import type {
  AgreementInput,
  FollowUpInput,
  ReferralInput,
  SessionInput,
} from '#shared/ledgers/disputes/records.ts';
import { disputeHistories } from '#main/ledgers/disputes/history.ts';
import { loadMatter, type Matter } from '#main/ledgers/disputes/matter.ts';
import { disputesService } from '#main/ledgers/disputes/service.ts';
import { disputePopulation } from '#main/ledgers/population/dispute-places.ts';
import { disputeVisits } from '#main/ledgers/visitors/dispute-visits.ts';
import { visitHistory } from '#main/ledgers/visitors/history.ts';
import { historyService } from '#main/desk/history.ts';
import { staffNames } from '#main/staff/service.ts';
import { staffLedger } from '#main/staff/table.ts';
import { systemCaller } from '#main/session/callers.ts';
import { OFFICE_CODE, openTestStore, type TestStore } from './store.ts';
import { newDraft, TODAY } from './visits.ts';

export const CIVIL: Answers = {
  danger: false,
  injury: 'none',
  weapon: false,
  violence: false,
  minor: false,
  nature: 'civil',
};
export const PUBLIC_ORDER: Answers = { ...CIVIL, nature: 'public-order' };
export const VIOLENCE: Answers = { ...CIVIL, violence: true };

export const SECRET = '张三说李四砸门三次，愿赔八百元';

export const intake: Intake = {
  type: 'property-services',
  raisedBy: 'party',
  addressId: null,
  place: '青禾苑3栋2单元',
  happenedOn: '2026-11-20',
  summary: SECRET,
  demands: `要求：${SECRET}`,
  amount: 800,
  level: 'community',
  officer: null,
  gridWorker: '',
  answers: CIVIL,
};

const nobody = { residentId: null, sex: '0', age: null, minor: false, address: '' } as const;
const alone = { representative: null, representativeName: null, representativePhone: null } as const;
export const partyA: Party = { ...nobody, ...alone, side: 'a', name: '张三丰', phone: '15400015678' };
export const partyB: Party = { ...nobody, ...alone, side: 'b', name: '李四光', phone: null };

export const session: SessionInput = {
  heldOn: TODAY,
  from: '09:00',
  to: '10:30',
  place: '警务室调解室',
  present: '网格员王五',
  course: SECRET,
  recording: '执法记录仪 07',
  guardianPresent: false,
  outcome: 'agreed',
};

export const agreement: AgreementInput = {
  form: 'written',
  agreedOn: TODAY,
  facts: SECRET,
  terms: `一、${SECRET}`,
  performBy: '2026-12-01',
  manner: SECRET,
};

export const referral: ReferralInput = {
  body: 'mediation-committee',
  bodyName: '',
  part: 'referred',
  request: '请组织双方调解',
  dueOn: '2026-12-08',
  partiesKnow: true,
};

export const reached: FollowUpInput = {
  doneOn: TODAY,
  how: 'visit',
  finding: 'holds',
  satisfied: 'yes',
  note: '',
};

export interface DisputesDesk extends TestStore {
  readonly disputes: ReturnType<typeof disputesService>;
  /** A second auxiliary, who took nothing in. */
  readonly other: Caller;
  /** Takes a matter in; answers with its id. */
  taken(by: Caller, changes?: Partial<Intake>, parties?: readonly Party[]): string;
  /** As it stands, whoever asks. Throws where it is gone. */
  matter(id: string): Matter;
  /** Where it stands now: what a deed has to bring. */
  at(id: string): { readonly id: string; readonly revision: number };
}

export function openDisputes(): DisputesDesk {
  const desk = openTestStore();
  const { store, journal, clock } = desk;
  const nameOf = staffNames(store.read);
  const disputes = disputesService({
    db: store.read,
    raw: store.raw,
    journal,
    clock,
    officeCode: OFFICE_CODE,
    nameOf,
    visits: disputeVisits(store.read, clock),
    population: disputePopulation(store.read),
  });
  const histories = { visitors: visitHistory(store.read, clock), ...disputeHistories(store.read, nameOf) };
  const second = journal.write(systemCaller, (write) =>
    write.put(staffLedger, { name: '陈刚', login: 'auxili2', role: 'auxiliary', badgeNo: '', phone: '' }),
  );
  const matter = (id: string) => {
    const found = loadMatter(store.read, id);
    if (found === null) throw new Error(`no matter ${id}`);
    return found;
  };
  return {
    ...desk,
    disputes,
    history: historyService(store.raw, journal, clock, histories, nameOf),
    other: { staff: second.id, role: 'auxiliary', door: 'desk' },
    taken: (by, changes = {}, parties = [partyA, partyB]) => {
      const made = disputes.register(
        { intake: { ...intake, ...changes }, parties: [...parties], visit: null, draft: newDraft() },
        by,
        { signal: undefined },
      );
      if (made instanceof Promise) throw new Error('registers at once');
      return made.id;
    },
    matter,
    at: (id) => {
      const { revision } = matter(id).dispute;
      return { id, revision };
    },
  };
}
