// receive: the weekly stick. One row for every file, then one receipt for every office.
import type { Request } from '#station/arguments.ts';
import type { StationIo } from '#station/io.ts';
import { cellsOf, exitOf, headings, rowOf, worstOf } from '#station/receiving/outcome.ts';
import { seeToStick, stickText } from '#station/keys/stick-affairs.ts';
import { progressLine } from '#terminal/progress-line.ts';
import { receiveFiles } from '#station/receiving/receive.ts';
import { writeReceipts, type ReceiptRow } from '#station/receiving/receipts.ts';
import { textOfWord } from '#station/refusal.ts';
import { readStick, toOfficeOf } from '#station/receiving/stick.ts';
import { withEscrow, withStation } from '#station/station.ts';
import { tableText } from '#station/table-text.ts';
import type { Report } from './report-shape.ts';
import { codeOf } from './verify.ts';

export async function receive(request: Request, io: StationIo): Promise<Report> {
  const from = request.need('from');
  const toOffice = toOfficeOf(request.option('to') ?? from);
  return withStation(io, request.need('home'), async (opened) => {
    const station = await withEscrow(opened, request);
    const at = io.clock.now();
    const stop = io.stopAsked?.() ?? null;
    const watch = { stop, onProgress: progressLine(io.err) };
    const received = await receiveFiles(station, readStick(from), at, watch);
    const receipts = await writeReceipts(station, received, toOffice, at);
    const stick = await seeToStick(station, request.option('to') ?? from);
    const { rows, settled, left } = received;
    const worst = worstOf([...rows, ...settled]);
    const stopped = left === 0 ? null : { code: 'stopped', ...textOfWord('stopped'), left };
    const answers = receiptsReport(receipts, toOffice);
    return {
      exit:
        answers.failure !== null
          ? 'io'
          : worst !== null
            ? exitOf(worst)
            : stopped === null
              ? 'done'
              : 'input',
      body: {
        ...stopped,
        ...(answers.failure ?? codeOf(worst)),
        files: rows.map(rowOf),
        settled: settled.map(rowOf),
        receipts,
        receiptFolder: toOffice,
        stick,
      },
      text:
        tableText([headings, ...rows.map(cellsOf)]) +
        (settled.length === 0
          ? ''
          : `\n此前暂存，现已处理 · settled now\n${tableText(settled.map(cellsOf))}`) +
        `\n${answers.text}${stickText(stick)}` +
        (stopped === null ? '' : `${stopped.zh} · ${stopped.en} (${left})\n`),
    };
  });
}

/** What is said of receipts, and of the first that could not be written. */
export function receiptsReport(
  receipts: readonly ReceiptRow[],
  folder: string,
): { readonly failure: object | null; readonly text: string } {
  return {
    failure: receipts.every(({ ok }) => ok)
      ? null
      : {
          code: 'receipt-not-written',
          zh: '已入库，但回执没有写成',
          en: 'Stored, but a receipt could not be written',
        },
    text: receipts.map((row) => receiptText(row, folder)).join(''),
  };
}

function receiptText({ office, ok, seq, file, code, decisions, sent }: ReceiptRow, folder: string): string {
  if (!ok) return `回执没有写成，数据已入库 · receipt ${office} not written, the data is stored: ${code}\n`;
  const answers = decisions === 0 ? '' : `（答复 ${decisions} 项 · answers）`;
  const more = sent === 0 ? '' : `（下发 ${sent} 项 · sent down）`;
  return `回执 · receipt ${office} #${seq}${answers}${more}: ${folder}/${file}\n`;
}
