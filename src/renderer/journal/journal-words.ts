/** Codes of the journal line to words; what has none is shown as it stands. */
import type { TFunction } from 'i18next';
import { LEDGERS } from '#shared/ledgers/names.ts';
import { zh } from './journal-text.ts';

export type Op = keyof typeof zh.ops;
export const OPS: readonly Op[] = ['I', 'U', 'X', 'C', 'V', 'A', 'R', 'M', 'F'];

type Words = TFunction<['journal', 'client']>;

export function opWords(op: string, t: Words): string {
  const known = OPS.find((one) => one === op);
  return known === undefined ? op : t(`ops.${known}`);
}

export function doorWords(door: string, t: Words): string {
  return hasWord(zh.doors, door) ? t(`doors.${door}`) : door;
}

export function ledgerWords(ledger: string, t: Words): string {
  const known = LEDGERS.find((one) => one === ledger);
  if (known !== undefined) return t(`client:ledgers.${known}`);
  return hasWord(zh.rooms, ledger) ? t(`rooms.${ledger}`) : ledger;
}

export function factWords(fact: string, t: Words): string {
  return hasWord(zh.facts, fact) ? t(`facts.${fact}`) : fact;
}

function hasWord<Table extends object>(table: Table, code: string): code is keyof Table & string {
  return Object.hasOwn(table, code);
}
