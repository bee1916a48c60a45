/** The list as a file in a place that a person chose. Nothing is written before the journal says so. */
import { basename } from 'node:path';
import type { EXPORT_FORMATS } from '#shared/contract/population/residents.ts';
import { timeOf } from '#shared/kernel/calendar-day.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import { today } from '#shared/kernel/clock.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { cleanText } from '#shared/kernel/text-input.ts';
import { REVEAL_NOTE_MIN } from '#shared/ledgers/reveal.ts';
import type { CallContext } from '#main/rpc/calls.ts';
import { writeCsv } from '#main/sheets/write-csv.ts';
import { writeXlsx } from '#main/sheets/write-xlsx.ts';
import { staffNames } from '#main/staff/service.ts';
import { exportRows, type Wanted } from './rows.ts';
import { HEADINGS } from './words.ts';
import type { PeopleList } from '#main/ledgers/population/people/list/list.ts';
import type { PeopleRoom } from '#main/ledgers/population/people/room.ts';

export type ExportOrder = Wanted & {
  readonly format: (typeof EXPORT_FORMATS)[number];
  readonly reason: string;
};

const SHEET = '实有人口';

export async function exportPeople(
  { db, journal, clock, shell, events }: PeopleRoom,
  list: PeopleList,
  caller: Caller,
  order: ExportOrder,
  { signal }: CallContext,
): Promise<{ file: string; rows: number }> {
  const { columns, readable, format, filter } = order;
  // Whole numbers on a file are more than a look at one of them.
  if (readable && [...cleanText(order.reason)].length < REVEAL_NOTE_MIN) refuse({ code: 'reason-needed' });
  const day = today(clock);
  const path = await shell.chooseSave('export', `${SHEET}-${day}.${format}`);
  if (path === null) return refuse({ code: 'cancelled' });

  const total = list.count(filter);
  const note = (event: string) =>
    journal.write(caller, (desk) =>
      desk.note('A', 'residents', '-', { event, rows: total, columns: columns.join(','), readable }),
    );
  note('exported');
  let done = 0;
  const rows = exportRows(db, list, order, { role: caller.role, day }, (read) => {
    if (signal?.aborted === true) refuse({ code: 'cancelled' });
    done += read;
    events.say({ kind: 'progress', task: 'export', done, total });
  });
  const table = {
    header: columns.map((column) => HEADINGS[column]),
    rows,
    note: [
      `${staffNames(db)(caller.staff)} ${day} ${timeOf(clock.now())} 导出`,
      readable ? '证件号码和电话为完整内容，请按规定保管和销毁' : '证件号码和电话已遮盖',
      `共 ${total} 行`,
    ].join('；'),
  };
  try {
    const written =
      format === 'xlsx'
        ? await writeXlsx(path, { name: SHEET, ...table })
        : await writeCsv(path, table, 'utf-8-bom');
    return { file: basename(path), rows: written.rows };
  } catch (error) {
    noteQuietly(() => note('export-failed'));
    throw error;
  }
}

/** The failure itself is what the person is told, also where the disk that has no room has none for the journal. */
function noteQuietly(note: () => void): void {
  try {
    note();
  } catch {
    // The journal says that it was begun.
  }
}
