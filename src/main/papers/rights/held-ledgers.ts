/**
 * 查阅答复, ledger by ledger: each has what it tells, is told by another, or says why it tells nothing. A new ledger without
 * an answer does not compile.
 */
import type { LedgerName } from '#shared/ledgers/names.ts';
import type { HeldOf } from '#main/desk/held.ts';
import { careHeld } from '#main/ledgers/care/held.ts';
import { disputesHeld } from '#main/ledgers/disputes/held/held.ts';
import { householdsHeld } from '#main/ledgers/population/held/households.ts';
import { residentsHeld } from '#main/ledgers/population/held/residents.ts';
import { dwellingsHeld } from '#main/ledgers/population/held/dwellings.ts';
import { unitsHeld } from '#main/ledgers/population/held/units.ts';
import { rightsHeld } from '#main/ledgers/rights/held.ts';
import { visitorsHeld } from '#main/ledgers/visitors/held.ts';

export type HeldAnswer =
  | { readonly held: Pick<HeldOf, 'of'> }
  /** Stands in what another ledger tells. */
  | { readonly within: LedgerName }
  | { readonly why: string };

const OF_PLACES = '登记的是地点，不登记人';
/** 依法登记的事项（如有）由承办民警另行书面答复: the same sentence on every paper, whether there is anything or not. */
const ANSWERED_APART = '由承办民警另行书面答复';

export const HELD_LEDGERS: Readonly<Record<LedgerName, HeldAnswer>> = {
  residents: { held: residentsHeld },
  households: { held: householdsHeld },
  dwellings: { held: dwellingsHeld },
  units: { held: unitsHeld },
  visitors: { held: visitorsHeld },
  disputes: { held: disputesHeld },
  dispute_parties: { within: 'disputes' },
  dispute_sessions: { within: 'disputes' },
  dispute_agreements: { within: 'disputes' },
  dispute_levels: { within: 'disputes' },
  dispute_referrals: { within: 'disputes' },
  dispute_follow_ups: { within: 'disputes' },
  care_consents: { held: careHeld },
  rights_requests: { held: rightsHeld },
  office: { why: '登记的是警务室本身' },
  staff: { why: '登记的是本室工作人员的账号，本人在设置里看得到' },
  grids: { why: OF_PLACES },
  addresses: { why: OF_PLACES },
  home_visits: { why: '登记的是到过哪一户、为了什么，不写任何人' },
  unit_checks: { why: '登记的是对单位的检查，不写受检单位以外的人' },
  statutory_matters: { why: ANSWERED_APART },
  statutory_duties: { why: ANSWERED_APART },
  orders: { why: '登记的是派出所交办的工作，不按人登记；由派出所答复' },
  notices: { why: '登记的是派出所发来的制度和通知，不写任何人' },
  sealed_records: { why: '已封存，本室看不到内容；由派出所答复' },
};
