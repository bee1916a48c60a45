/** office rescue: what the station wrote onto a stick becomes this office, which has to be a new one. */
import { resolve } from 'node:path';
import { refuse } from '#shared/kernel/failure.ts';
import type { Office } from '#main/office.ts';
import { openRescuer } from '#main/rescue/rescue.ts';
import type { OfficeIo } from './io.ts';
import type { Outcome } from './outcome.ts';
import { progressLine } from '#terminal/progress-line.ts';

export async function rescueOffice(
  office: Office,
  io: OfficeIo,
  stick: string,
  last: number | null,
): Promise<Outcome> {
  const open = office.session.opened() ?? refuse({ code: 'locked' });
  const caller = office.session.caller() ?? refuse({ code: 'locked' });
  if (caller.role !== 'administrator') refuse({ code: 'forbidden' });
  const rescuer = openRescuer(open, {
    onProgress: progressLine(io.err),
    // The verb ends with the office, and what was made ready is put in place then.
    onOrdered: () => undefined,
  });
  const { live, writtenAt } = await rescuer.look(resolve(stick), last);
  const { epoch, lines, replaced, lost } = await rescuer.go(caller);
  return {
    facts: { epoch, lines, replaced, lost, writtenAt },
    lines: [
      `已取回 ${lines} 条日志，第 ${epoch} 纪元继续；原来的新警务室留在 ${replaced}`,
      ...live.filter(({ rows }) => rows > 0).map(({ ledger, rows }) => `${ledger}\t${rows}`),
      lost === null
        ? '派出所没收到过的内容无法取回 · what the station never got cannot come back'
        : `第 ${lost.epoch} 纪元第 ${lost.from}–${lost.to} 条没有到过派出所，无法取回 · these lines are lost`,
    ],
  };
}
