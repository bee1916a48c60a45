/** What the station sends down and the office answers, in few words: for tests of the whole way. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElementKind } from '#shared/ledgers/population/addresses.ts';
import { OFFICE } from '#tests/support/office.ts';
import { personAt } from '#tests/support/people.ts';
import { elementIn } from '#tests/support/places.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { newDraft } from '#tests/support/visits.ts';
import type { Pair } from './real-office.ts';
import type { Ran } from './station-kit.ts';

export interface OrderAnswer {
  readonly office: string;
  readonly number: string;
  readonly title: string;
  readonly stands: string;
  readonly overdue: boolean;
  readonly feedback: string;
  readonly doneOn: string;
  readonly withdrawn: boolean;
}

export interface TextAnswer {
  readonly code: string;
  readonly version: number;
  readonly has: number | null;
  readonly refused: boolean;
}

export interface CorrectionAnswer {
  readonly id: string;
  readonly number: string;
  readonly fields: readonly string[];
  readonly end: string;
  readonly taken: readonly string[];
  readonly why: string;
}

const SENDER = ['--sender', '郑审核'] as const;

export function sentDown({ station, desk, exportTo, read }: Pair) {
  const listed = async <T>(verb: string, name: string): Promise<readonly T[]> => {
    const answer: object = await station.done(verb, OFFICE.code);
    return (answer as Readonly<Record<string, readonly T[]>>)[name] ?? [];
  };
  return {
    /** Its number. */
    order: async (title = '护校巡防', text = '放学时段到校门口值守。', due = '2026-11-27') => {
      const given = ['--title', title, '--text', text, '--due', due, ...SENDER];
      const answer: object = await station.done('order', OFFICE.code, ...given);
      return (answer as { orders: readonly { number: string }[] }).orders[0]?.number ?? '';
    },
    orderWith: (...argv: string[]): Promise<Ran> =>
      station.run('order', OFFICE.code, '--title', '走访', '--due', '2026-11-27', ...SENDER, ...argv),
    withdraw: (number: string) =>
      station.run('order', OFFICE.code, '--withdraw', number, ...SENDER, '--reason', '已由他人办理'),
    orders: () => listed<OrderAnswer>('orders', 'orders'),
    text: (code: string, text: string, ...also: string[]) => {
      const file = join(tempFolder(), 'text.txt');
      writeFileSync(file, text);
      const given = ['--code', code, '--title', '社区民警工作制度', '--file', file, ...SENDER, ...also];
      return station.run('text', OFFICE.code, ...given);
    },
    texts: () => listed<TextAnswer>('texts', 'texts'),
    correct: (ledger: string, number: string, ...sets: string[]) =>
      station.run(
        'correct',
        OFFICE.code,
        ledger,
        number,
        ...sets.flatMap((one) => ['--set', one]),
        '--reason',
        '户籍底册如此',
        '--officer',
        '郑审核',
      ),
    corrections: () => listed<CorrectionAnswer>('corrections', 'corrections'),
    /** The week to the station; answers with the stick, on which the receipts lie now. */
    deliver: async (): Promise<string> => {
      const stick = await exportTo();
      await station.done('receive', '--from', stick);
      return stick;
    },
    /** Receipts alone, on a stick of their own. */
    answer: async (): Promise<string> => {
      const stick = tempFolder();
      await station.done('answer', OFFICE.code, '--to', stick);
      return stick;
    },
    read,
    atDesk: () => desk.counter.orders.list({ after: null, rows: 100, open: false }),
    /** A resident at a door of their own: the number of the record, and that of the door. */
    resident: async (name: string): Promise<{ readonly id: string; readonly door: string }> => {
      const { addresses, residents } = desk.counter;
      const place = async (parent: string | null, kind: ElementKind, word: string) =>
        (await addresses.add({ address: elementIn(parent, kind, word), draft: newDraft() })).id;
      const street = await place(
        await place(null, 'community', `${name}社区${(serial += 1)}`),
        'street',
        '胜利路',
      );
      const door = await place(street, 'gate', '12号');
      const resident = personAt(door, { name });
      return { id: (await residents.register({ resident, draft: newDraft() })).resident.id, door };
    },
  };
}

/** Each resident stands in a community of their own. */
let serial = 0;
