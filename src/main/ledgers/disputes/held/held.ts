/**
 * What is held of the matters in which a person is a party: what is theirs whole, the other side shortened, what happened and
 * what was said not at all, since it is of both. Domestic violence is not here: whoever it protects is answered apart.
 */
import { and, asc, eq, getTableColumns, inArray, ne, or } from 'drizzle-orm';
import { maskPhone } from '#shared/kernel/mask.ts';
import { maskName } from '#shared/kernel/person-name.ts';
import { legalBasisOf } from '#shared/ledgers/disputes/legal-basis.ts';
import { isViolence } from '#shared/ledgers/disputes/stages.ts';
import {
  BOOKKEEPING,
  carries,
  COLLEAGUE,
  heldRecord,
  heldSection,
  isTheirs,
  leftLedger,
  momentText,
  yesNo,
  type HeldOf,
  type HeldPerson,
} from '#main/desk/held.ts';
import type { ReadHandle } from '#main/db/open.ts';
import { isDispute } from '#main/ledgers/disputes/reading/visible.ts';
import {
  disputeParties,
  disputes,
  type DisputeEntry,
  type PartyEntry,
} from '#main/ledgers/disputes/tables.ts';
import { pastOf } from './past.ts';
import {
  LEVEL_WORDS,
  REPRESENTATIVE_WORDS,
  RESULT_WORDS,
  SATISFIED_WORDS,
  SEX_WORDS,
  SIDE_WORDS,
  SOURCE_WORDS,
  STAGE_WORDS,
  TYPE_WORDS,
} from './words.ts';

/** Of both sides at once: whoever gives one the words of the other takes a side. */
export const OF_BOTH = '记载双方的情况，可在本室当面查阅与本人有关的部分';
const OF_HANDLING = '承办分工，不含个人情况';

export const disputesHeld: HeldOf<typeof disputes> = {
  table: disputes,
  leavesOut: {
    registeredBy: COLLEAGUE,
    owner: COLLEAGUE,
    officer: COLLEAGUE,
    gridWorker: COLLEAGUE,
    summary: OF_BOTH,
    demands: OF_BOTH,
    danger: OF_BOTH,
    injury: OF_BOTH,
    weapon: OF_BOTH,
    violence: OF_BOTH,
    minor: OF_BOTH,
    nature: OF_BOTH,
    addressId: '地点已写明',
    policeGrid: OF_HANDLING,
    route: '写在法律依据里',
    dueOn: OF_HANDLING,
    receipt: OF_HANDLING,
    toldHow: OF_HANDLING,
    records: BOOKKEEPING,
    source: BOOKKEEPING,
    synthetic: BOOKKEEPING,
  },
  of: (db, person) =>
    heldSection(
      {
        ledger: '矛盾纠纷',
        basis: '《人民警察法》第21条；每件的依据见各条',
        keeps: '归档后 36 个月，错登的取出后 12 个月',
      },
      partiesOf(db, person).map(({ matter, party }) => factsOf(db, person, matter, party)),
    ),
};

function partiesOf(db: ReadHandle, person: HeldPerson) {
  const theirs = or(
    inArray(disputeParties.residentId, [...person.records]),
    carries(person, disputeParties.name, disputeParties.phone),
  );
  return db
    .select({ matter: getTableColumns(disputes), party: getTableColumns(disputeParties) })
    .from(disputeParties)
    .innerJoin(disputes, eq(disputes.id, disputeParties.disputeId))
    .where(and(theirs, isDispute, ne(disputeParties.name, '')))
    .orderBy(asc(disputes.id), asc(disputeParties.id))
    .all();
}

function factsOf(db: ReadHandle, person: HeldPerson, matter: DisputeEntry, party: PartyEntry) {
  const { stage, amount } = matter;
  return heldRecord({
    编号: matter.id,
    受理时间: momentText(matter.receivedAt),
    类型: TYPE_WORDS[matter.type],
    来源: SOURCE_WORDS[matter.raisedBy],
    地点: matter.place,
    发生日期: matter.happenedOn,
    争议金额: amount === null ? null : `${amount} 元`,
    化解层级: LEVEL_WORDS[matter.level],
    所在一方: SIDE_WORDS[party.side],
    姓名: party.name,
    性别: SEX_WORDS[party.sex],
    年龄: party.age,
    未满18岁: yesNo(party.minor),
    联系电话: party.phone,
    住址: party.address,
    由谁代为参加: representativeOf(party),
    其他当事人: othersIn(db, person, matter.id).join('、'),
    状态: isViolence(stage) ? null : STAGE_WORDS[stage as keyof typeof STAGE_WORDS],
    ...pastOf(db, matter.id),
    结果: matter.result === null ? null : RESULT_WORDS[matter.result],
    告知日期: matter.toldOn,
    是否满意: SATISFIED_WORDS[matter.satisfied],
    归档日期: matter.archivedOn,
    法律依据: legalBasisOf(matter.route),
    保存到: matter.retainUntil,
    说明: leftLedger(party) ?? leftLedger(matter),
  });
}

function representativeOf({ representative, representativeName, representativePhone }: PartyEntry) {
  if (representative === null) return null;
  const phone = representativePhone === null ? '' : maskPhone(representativePhone);
  return `${REPRESENTATIVE_WORDS[representative]} ${maskName(representativeName ?? '')} ${phone}`.trim();
}

function othersIn(db: ReadHandle, person: HeldPerson, matter: string): string[] {
  return db
    .select()
    .from(disputeParties)
    .where(and(eq(disputeParties.disputeId, matter), ne(disputeParties.name, '')))
    .orderBy(asc(disputeParties.side), asc(disputeParties.id))
    .all()
    .filter(({ residentId }) => residentId === null || !person.records.includes(residentId))
    .filter(({ name, phone }) => !isTheirs(person, name, phone))
    .map(({ side, name }) => `${SIDE_WORDS[side]}${maskName(name)}`);
}
