/** What the population ledger holds about a person: their own records whole, whoever is named beside them shortened. */
import { asc, inArray, and, ne } from 'drizzle-orm';
import { maskName } from '#shared/kernel/person-name.ts';
import { OUT_RETENTION_MONTHS, RESIDENT_LAW } from '#shared/ledgers/population/residents.ts';
import type { VerifiedHow } from '#shared/ledgers/population/verified.ts';
import type { ReadHandle } from '#main/db/open.ts';
import {
  BOOKKEEPING,
  COLLEAGUE,
  heldRecord,
  heldSection,
  leftLedger,
  yesNo,
  type HeldOf,
  type HeldPerson,
} from '#main/desk/held.ts';
import { addressLineOf } from '#main/ledgers/population/places/lines.ts';
import { residents, type ResidentRecord } from '#main/ledgers/population/tables.ts';
import {
  HOUSING_WORDS,
  ID_TYPE_WORDS,
  OUT_WORDS,
  relationWord,
  RESIDENCE_WORDS,
  SEX_WORDS,
} from '#main/ledgers/population/people/export/words.ts';
import { findResident } from '#main/ledgers/population/people/find.ts';
import { maskContact, phonesOf } from '#main/ledgers/population/people/shown.ts';

const HOW_WORDS: Readonly<Record<VerifiedHow, string>> = {
  visit: '上门核对',
  counter: '窗口核对',
  sheet: '社区登记表核对',
};

/** @param records of one person, as the merges join them */
export function heldPerson(db: ReadHandle, records: readonly string[]): HeldPerson {
  const rows = rowsOf(db, records);
  const names = [...new Set(rows.flatMap(({ name, otherName }) => [name, otherName ?? '']))];
  const phones = [...new Set(rows.flatMap(phonesOf))];
  const contacts = names
    .filter((name) => name !== '')
    .flatMap((name) => phones.map((phone) => ({ name, phone })));
  return { records, contacts };
}

export const residentsHeld: HeldOf<typeof residents> = {
  table: residents,
  leavesOut: {
    householdId: '写在“户”一栏',
    registerDivision: '户籍地址所在区划的代码，地址已写明',
    verifiedBy: COLLEAGUE,
    mergedInto: BOOKKEEPING,
    batchId: BOOKKEEPING,
    source: BOOKKEEPING,
    synthetic: BOOKKEEPING,
  },
  of: (db, { records }) =>
    heldSection(
      {
        ledger: '人口登记',
        basis: RESIDENT_LAW,
        keeps: `在本辖区居住或户籍在此期间；迁出、死亡后 ${OUT_RETENTION_MONTHS} 个月删除`,
      },
      rowsOf(db, records).map((row) => factsOf(db, row)),
    ),
};

function factsOf(db: ReadHandle, row: ResidentRecord) {
  const guardian = row.guardianId === null ? null : findResident(db, undefined, row.guardianId);
  return heldRecord({
    编号: row.id,
    姓名: row.name,
    曾用名或其他写法: row.otherName,
    性别: SEX_WORDS[row.sex],
    出生日期: row.birthDate,
    证件种类: ID_TYPE_WORDS[row.idType],
    证件号码: row.idNumber,
    联系电话: phonesOf(row).join('、'),
    现住址: addressLineOf(db, row.addressId) ?? row.addressId,
    户籍地址: row.registerAddress,
    居住情况: RESIDENCE_WORDS[row.residenceType],
    居住方式: row.housing === null ? null : HOUSING_WORDS[row.housing],
    与户主关系: row.relation === null ? null : relationWord(row.relation),
    暂住起始: row.stayFrom,
    预计离开: row.stayUntil,
    监护人: guardian === null ? null : maskName(guardian.name),
    紧急联系人: row.emergencyContact === null ? null : maskContact(row.emergencyContact),
    同意留紧急联系人: yesNo(row.emergencyConsent),
    告知个人信息处理事项: row.noticeGivenOn,
    去向: row.outState === null ? null : OUT_WORDS[row.outState],
    离开日期: row.outOn,
    最近核对: row.verifiedOn,
    核对方式: row.verifiedHow === null ? null : HOW_WORDS[row.verifiedHow],
    保存到: row.retainUntil,
    说明: leftLedger(row),
  });
}

/** Those that still say who it is: a forgotten one has no name. */
function rowsOf(db: ReadHandle, records: readonly string[]): ResidentRecord[] {
  return db
    .select()
    .from(residents)
    .where(and(inArray(residents.id, [...records]), ne(residents.name, '')))
    .orderBy(asc(residents.id))
    .all();
}
