/** What is held of the requests that are about a person, or that they made under their name and their phone. */
import { asc, inArray, or } from 'drizzle-orm';
import { maskName } from '#shared/kernel/person-name.ts';
import { maskPhone } from '#shared/kernel/mask.ts';
import {
  GROUND_ARTICLES,
  REQUEST_RETENTION_MONTHS,
  type IDENTITY_PROOFS,
  type RequestKind,
  type RequestOutcome,
  type REQUESTERS,
} from '#shared/ledgers/rights/requests.ts';
import {
  BOOKKEEPING,
  carries,
  COLLEAGUE,
  heldRecord,
  heldSection,
  isTheirs,
  leftLedger,
  type HeldOf,
  type HeldPerson,
} from '#main/desk/held.ts';
import { rightsRequests, type RightsEntry } from './table.ts';

const KIND_WORDS: Readonly<Record<RequestKind, string>> = {
  access: '查阅',
  copy: '复制',
  correct: '更正、补充',
  delete: '删除',
  object: '限制或者拒绝处理',
  explain: '解释说明',
};
const REQUESTER_WORDS: Readonly<Record<(typeof REQUESTERS)[number], string>> = {
  self: '本人',
  guardian: '监护人',
  agent: '代理人',
  'relative-of-dead': '死者近亲属',
};
const OUTCOME_WORDS: Readonly<Record<RequestOutcome, string>> = {
  granted: '同意',
  partly: '部分同意',
  refused: '不予同意',
  withdrawn: '申请人撤回',
};
const PROOF_WORDS: Readonly<Record<(typeof IDENTITY_PROOFS)[number], string>> = {
  'id-card': '查验身份证件',
  'other-paper': '查验其他证件',
  'known-to-staff': '工作人员认识',
};

export const rightsHeld: HeldOf<typeof rightsRequests> = {
  table: rightsRequests,
  leavesOut: {
    residentId: '即本人在人口登记中的编号',
    registeredBy: COLLEAGUE,
    answeredBy: COLLEAGUE,
    source: BOOKKEEPING,
    synthetic: BOOKKEEPING,
  },
  of: (db, person) =>
    heldSection(
      {
        ledger: '个人信息权利请求',
        basis: '《个人信息保护法》第44—50、56条',
        keeps: `答复后 ${REQUEST_RETENTION_MONTHS} 个月`,
      },
      db
        .select()
        .from(rightsRequests)
        .where(
          or(
            inArray(rightsRequests.residentId, [...person.records]),
            carries(person, rightsRequests.name, rightsRequests.phone),
          ),
        )
        .orderBy(asc(rightsRequests.id))
        .all()
        .map((row) => factsOf(person, row)),
    ),
};

function factsOf(person: HeldPerson, row: RightsEntry) {
  const isOwn = row.requester === 'self' || isTheirs(person, row.name, row.phone);
  return heldRecord({
    编号: row.id,
    请求: KIND_WORDS[row.kind],
    提出人: REQUESTER_WORDS[row.requester],
    提出人姓名: isOwn ? row.name : maskName(row.name),
    提出人电话: row.phone === '' || isOwn ? row.phone : maskPhone(row.phone),
    收到日期: row.receivedOn,
    答复期限: row.dueOn,
    请求内容: row.asks,
    身份核实: row.identity === null ? null : PROOF_WORDS[row.identity],
    答复日期: row.answeredOn,
    结果: row.outcome === null ? null : OUTCOME_WORDS[row.outcome],
    依据: row.ground === null ? null : GROUND_ARTICLES[row.ground],
    答复内容: row.answer,
    保存到: row.retainUntil,
    说明: leftLedger(row),
  });
}
