/** What is said of a matter in tests: the least that the rules ask, with one sentence that must not leave the office. */
import type { DisputeFilter } from '#shared/contract/disputes/disputes.ts';
import type { Intake } from '#shared/ledgers/disputes/intake.ts';
import type { Party } from '#shared/ledgers/disputes/parties.ts';
import type {
  AgreementInput,
  FollowUpInput,
  ReferralInput,
  SessionInput,
} from '#shared/ledgers/disputes/records.ts';
import { CIVIL } from './dispute-ways.ts';
import { TODAY } from './visits.ts';

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

/** No filter but the view. */
export const anyDispute: DisputeFilter = {
  view: 'open',
  types: [],
  levels: [],
  stages: [],
  owner: null,
  policeGrid: null,
  from: null,
  to: null,
};
