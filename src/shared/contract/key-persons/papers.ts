/** Papers of 依法登记事项, 关爱服务 and 权利请求. A slip names no category, and no paper says where a protected person lives. */
import * as z from 'zod/mini';
import { DESK_ROLES } from '#shared/kernel/role.ts';
import { CARE_CODES, CARE_CONTACTS, CARE_HELP } from '#shared/ledgers/care/care.ts';
import { REVEAL_REASONS } from '#shared/ledgers/reveal.ts';
import { REFUSAL_GROUNDS, REQUEST_KINDS, REQUEST_OUTCOMES } from '#shared/ledgers/rights/requests.ts';
import { CATEGORY_CODES, DUTY_KINDS } from '#shared/ledgers/statutory/categories.ts';
import { call } from '#shared/contract/call.ts';
import { timedImprint } from '#shared/contract/imprint.ts';
import { day, reasonText, recordId } from '#shared/contract/shapes.ts';

/** 履职单 (talk record or visit slip): who, what, when; never which category. Null: the blank form. */
export const dutySlip = z.object({
  name: z.literal('duty-slip'),
  ...timedImprint,
  duty: z.nullable(
    z.object({
      number: recordId,
      person: z.string(),
      kind: z.enum(DUTY_KINDS),
      dueOn: day,
      officer: z.string(),
    }),
  ),
});
export type DutySlip = z.infer<typeof dutySlip>;

/** 期满告知书 (《刑事诉讼法》第270条 and alike): one for the person, one for the unit, one for the residents' committee. */
export const endNotice = z.object({
  name: z.literal('end-notice'),
  ...timedImprint,
  notice: z.nullable(
    z.object({
      number: recordId,
      person: z.string(),
      category: z.enum(CATEGORY_CODES),
      issuer: z.string(),
      documentNumber: z.string(),
      startsOn: day,
      endsOn: day,
    }),
  ),
});
export type EndNotice = z.infer<typeof endNotice>;

/** 关爱服务同意书, to be signed; blank or filled in beforehand. */
export const careConsentPaper = z.object({
  name: z.literal('care-consent'),
  ...timedImprint,
  care: z.nullable(
    z.object({
      person: z.string(),
      category: z.enum(CARE_CODES),
      help: z.enum(CARE_HELP),
      contact: z.enum(CARE_CONTACTS),
      contactName: z.string(),
      contactPhone: z.string(),
      deskLine: z.boolean(),
    }),
  ),
});
export type CareConsentPaper = z.infer<typeof careConsentPaper>;

/** One fact of 本室持有的您的个人信息: which ledger, which field, what stands there. Words, since each ledger has its own. */
const heldFact = z.object({ label: z.string(), value: z.string() });

/** 查阅答复: everything that this office holds about one person but what the officer in charge answers separately. */
export const heldDataPaper = z.object({
  name: z.literal('held-data'),
  ...timedImprint,
  request: z.object({ number: recordId, person: z.string(), receivedOn: day }),
  sections: z
    .array(
      z.object({
        ledger: z.string(),
        /** The law it is kept under, and until when. */
        basis: z.string(),
        keeps: z.string(),
        records: z.array(z.array(heldFact).check(z.maxLength(40))).check(z.maxLength(200)),
      }),
    )
    .check(z.maxLength(20)),
});
export type HeldDataPaper = z.infer<typeof heldDataPaper>;

/** 权利请求答复书. */
export const rightsReplyPaper = z.object({
  name: z.literal('rights-reply'),
  ...timedImprint,
  reply: z.nullable(
    z.object({
      number: recordId,
      person: z.string(),
      kind: z.enum(REQUEST_KINDS),
      receivedOn: day,
      answeredOn: day,
      outcome: z.enum(REQUEST_OUTCOMES),
      ground: z.nullable(z.enum(REFUSAL_GROUNDS)),
      answer: z.string(),
    }),
  ),
});
export type RightsReplyPaper = z.infer<typeof rightsReplyPaper>;

export type StatutoryPaper = DutySlip | EndNotice;
export type PersonPaper = StatutoryPaper | CareConsentPaper | HeldDataPaper | RightsReplyPaper;

/** Of an entry: read for a reason, like the entry itself. Without a duty or an entry: blank. */
export const statutoryOrder = z.discriminatedUnion('name', [
  z.object({ name: z.literal('duty-slip'), id: recordId, duty: recordId }),
  z.object({ name: z.literal('end-notice'), id: recordId }),
]);
export type StatutoryOrder = z.infer<typeof statutoryOrder>;

const statutoryReading = z.object({
  /** The entry again, where the witness finds it. */
  id: recordId,
  order: statutoryOrder,
  reason: z.enum(REVEAL_REASONS),
  note: reasonText,
  /** Left out until the office asks for it (`explain-needed`). */
  explanation: z.optional(reasonText),
});

const witnessed = { ledger: 'statutory_matters', record: 'id', reason: 'reason' } as const;
const made = z.object({ file: z.string(), pages: z.int() });

export const statutoryPapersContract = {
  preview: call({ roles: ['officer'], witnessed })
    .input(statutoryReading)
    .output(z.discriminatedUnion('name', [dutySlip, endNotice])),
  savePdf: call({ roles: ['officer'], witnessed })
    .input(statutoryReading)
    .output(made),
  print: call({ roles: ['officer'], witnessed })
    .input(statutoryReading)
    .output(z.object({ pages: z.int() })),
};

export const rightsOrder = z.discriminatedUnion('name', [
  /** Null: the blank form. */
  z.object({ name: z.literal('care-consent'), id: z.nullable(recordId) }),
  z.object({ name: z.literal('held-data'), id: recordId }),
  z.object({ name: z.literal('rights-reply'), id: z.nullable(recordId) }),
  z.object({ name: z.literal('blank-duty-slip') }),
]);
export type RightsOrder = z.infer<typeof rightsOrder>;

const rightsPaper = z.discriminatedUnion('name', [
  careConsentPaper,
  heldDataPaper,
  rightsReplyPaper,
  dutySlip,
]);

/** `held-data` is an officer's; the others anybody's at the desk. */
export const rightsPapersContract = {
  preview: call({ roles: DESK_ROLES })
    .input(z.object({ order: rightsOrder }))
    .output(rightsPaper),
  savePdf: call({ roles: DESK_ROLES })
    .input(z.object({ order: rightsOrder }))
    .output(made),
  print: call({ roles: DESK_ROLES })
    .input(z.object({ order: rightsOrder }))
    .output(z.object({ pages: z.int() })),
};
