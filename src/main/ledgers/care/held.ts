/** What is held of a person's own consents. One that was withdrawn is nowhere, not on this paper either. */
import { and, asc, inArray, isNull, ne } from 'drizzle-orm';
import { maskPhone } from '#shared/kernel/mask.ts';
import { maskName } from '#shared/kernel/person-name.ts';
import {
  CARE_SEALED_DAYS,
  type CARE_CONTACTS,
  type CareCode,
  type CareHelp,
  type CareState,
  type CONSENT_BY,
} from '#shared/ledgers/care/care.ts';
import { BOOKKEEPING, COLLEAGUE, heldRecord, heldSection, yesNo, type HeldOf } from '#main/desk/held.ts';
import { careConsents } from './table.ts';

const CATEGORY_WORDS: Readonly<Record<CareCode, string>> = {
  CA01: '独居老人关照',
  CA02: '走失协寻',
  CA03: '残疾人求助联络',
  CA04: '困境、留守儿童转介',
  CA05: '救助联络卡',
  CA06: '释放后自愿帮扶',
};
const HELP_WORDS: Readonly<Record<CareHelp, string>> = {
  'look-in': '定期看望',
  call: '电话问候',
  'find-when-lost': '走失时协助寻找',
  'reach-family': '联系家人',
  refer: '转介服务单位',
  'carry-card': '随身联络卡',
};
const CONTACT_WORDS: Readonly<Record<(typeof CARE_CONTACTS)[number], string>> = {
  family: '家人',
  neighbour: '邻居',
  guardian: '监护人',
  committee: '居（村）委会',
  'service-body': '服务单位',
};
const BY_WORDS: Readonly<Record<(typeof CONSENT_BY)[number], string>> = { self: '本人', guardian: '监护人' };
const STATE_WORDS: Readonly<Record<CareState, string>> = {
  waiting: '待核对',
  approved: '已生效',
  withdrawn: '已撤回',
};

export const careHeld: HeldOf<typeof careConsents> = {
  table: careConsents,
  leavesOut: {
    residentId: '即本人在人口登记中的编号',
    enteredBy: COLLEAGUE,
    approvedBy: COLLEAGUE,
    withdrawnOn: '撤回后不再持有',
    source: BOOKKEEPING,
    synthetic: BOOKKEEPING,
  },
  of: (db, { records }) =>
    heldSection(
      {
        ledger: '关爱服务同意',
        basis: '本人或者监护人的书面同意（《个人信息保护法》第13、29、31条）',
        keeps: `最长 12 个月；撤回或者到期后封存 ${CARE_SEALED_DAYS} 天，再删除`,
      },
      db
        .select()
        .from(careConsents)
        .where(
          and(
            inArray(careConsents.residentId, [...records]),
            isNull(careConsents.retiredAt),
            ne(careConsents.state, 'withdrawn'),
          ),
        )
        .orderBy(asc(careConsents.id))
        .all()
        .map((row) =>
          heldRecord({
            编号: row.id,
            类别: CATEGORY_WORDS[row.category],
            需要的帮助: HELP_WORDS[row.help],
            签字人: BY_WORDS[row.consentBy],
            监护人: maskName(row.guardianName),
            签字日期: row.signedOn,
            到期: row.endsOn,
            联系人: `${CONTACT_WORDS[row.contact]} ${maskName(row.contactName)} ${maskPhone(row.contactPhone)}`,
            同意前台看到一句提示: yesNo(row.deskLine),
            状态: STATE_WORDS[row.state],
          }),
        ),
    ),
};
