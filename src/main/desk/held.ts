/**
 * What a ledger tells a person who asks what this office holds about them (《个人信息保护法》第45条). Each ledger answers for
 * itself, beside itself, in words: their own data whole, everybody else's shortened. It knows no ledger.
 */
import { and, eq, or, sql, type SQL } from 'drizzle-orm';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { HeldDataPaper } from '#shared/contract/key-persons/papers.ts';
import { dayOf, timeOf } from '#shared/kernel/calendar-day.ts';
import type { LedgerTable } from '#main/db/ledger-table.ts';
import type { ReadHandle } from '#main/db/open.ts';

export interface HeldPerson {
  /** Their record in the population ledger, and all that were merged into it. */
  readonly records: readonly string[];
  /** Every name with every phone of these: whoever carries both is taken to be them. */
  readonly contacts: readonly { readonly name: string; readonly phone: string }[];
}

export type HeldSection = HeldDataPaper['sections'][number];
export type HeldRecord = HeldSection['records'][number];

export interface HeldOf<T extends LedgerTable = LedgerTable> {
  readonly table: T;
  /** Fields that do not stand on the paper, each with the reason why. */
  readonly leavesOut: Readonly<Partial<Record<keyof T['$inferSelect'] & string, string>>>;
  of(db: ReadHandle, person: HeldPerson): HeldSection;
}

/** More are never of one person; if they are, the paper says how many it leaves to be looked at here. */
const RECORDS_MAX = 200;

/** Why a field of the office's own bookkeeping tells nobody anything about themselves. */
export const BOOKKEEPING = '台账内部编号或记账用字段，不含个人情况';
export const COLLEAGUE = '经办人员的工号，属经办人员信息';

/** One record, in the order given. What is empty is left out: nothing is held there. */
export function heldRecord(facts: Readonly<Record<string, string | number | null>>): HeldRecord {
  return Object.entries(facts)
    .filter(([, value]) => value !== null && value !== '')
    .map(([label, value]) => ({ label, value: String(value) }));
}

export function heldSection(
  about: Omit<HeldSection, 'records'>,
  records: readonly HeldRecord[],
): HeldSection {
  if (records.length <= RECORDS_MAX) return { ...about, records: [...records] };
  const kept = records.slice(0, RECORDS_MAX - 1);
  const rest = heldRecord({ 说明: `另有 ${records.length - kept.length} 条，可到本室查阅` });
  return { ...about, records: [...kept, rest] };
}

/** Of a record that has left its ledger and is kept until its day. */
export function leftLedger({ retiredAt }: { readonly retiredAt: string | null }): string | null {
  return retiredAt === null ? null : `已于 ${dayOf(retiredAt)} 从台账取出，到期删除`;
}

export function momentText(instant: string | null): string | null {
  return instant === null ? null : `${dayOf(instant)} ${timeOf(instant)}`;
}

export function yesNo(value: boolean): string {
  return value ? '是' : '否';
}

/** The row carries a name and a phone of this person: one of them alone may be somebody else's. */
export function carries(person: HeldPerson, name: AnySQLiteColumn, phone: AnySQLiteColumn): SQL {
  return or(...person.contacts.map((one) => and(eq(name, one.name), eq(phone, one.phone)))) ?? sql`false`;
}

/** The same of values that were read. */
export function isTheirs(person: HeldPerson, name: string | null, phone: string | null): boolean {
  return person.contacts.some((one) => one.name === name && one.phone === phone);
}
