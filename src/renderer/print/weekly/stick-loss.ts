/** 上报盘遗失说明: which sealed weeks were on it, that nobody can read them, and that they went out again. */
import type { BundleRow } from '#shared/contract/weekly.ts';
import type { StickLossNote } from '#shared/contract/weekly-papers.ts';
import { dayOf, timeOf } from '#shared/kernel/calendar-day.ts';
import type { OfficialPaper, TableRow } from '#renderer/print/document/blocks.ts';
import { officialDrawing } from '#renderer/print/document/document-pages.tsx';
import { dayPieces, pair, printedFoot, signLine } from '#renderer/print/document/pieces.ts';
import { sizeOf } from './size.ts';

/** Millimetres: label and value, twice. */
const FACTS = [27, 51, 27, 51];
/** Number, week, name, size, written, whether it arrived. */
const FILES = [14, 34, 32, 22, 30, 24];
const ROWS_MOST = 20;

const ARRIVED: Readonly<Record<BundleRow['state'], string>> = {
  sealed: '未送达',
  written: '未送达',
  confirmed: '已送达',
  held: '所里暂存',
  refused: '所里退回',
};

export const stickLoss = officialDrawing(writeStickLoss);

export function writeStickLoss(paper: StickLossNote): OfficialPaper {
  const { stick, officeName, officeCode, stationName } = paper;
  const lostOn = stick.lostAt === null ? null : `${dayOf(stick.lostAt)} ${timeOf(stick.lostAt)}`;
  return {
    name: paper.name,
    banner: null,
    initials: false,
    foot: [...printedFoot(paper), '一式两份，警务室与派出所各存一份'],
    blocks: [
      { kind: 'title', text: '上报盘遗失说明' },
      {
        kind: 'table',
        columns: FACTS,
        rows: [
          {
            cells: [...pair('使用单位', `${officeName}（${officeCode}）`), ...pair('登记单位', stationName)],
          },
          { cells: [...pair('盘上编号', stick.serial), ...pair('登记遗失', lostOn)] },
          { cells: [...pair('经办人', paper.printedBy), ...pair('盘标识', stick.id)] },
        ],
      },
      { kind: 'heading', text: '盘上曾写入的文件' },
      { kind: 'table', columns: FILES, rows: fileRows(stick) },
      {
        kind: 'text',
        text: '文件逐个加密封存：没有派出所的密钥，任何人打不开；盘上的回执没有本室的密钥也打不开。盘上没有明文，没有口令，没有密钥。',
      },
      {
        kind: 'text',
        text: '未送达的文件仍在本室，已改用其他上报盘重新上报。此盘如找回，交派出所核对后再用。',
      },
      { kind: 'text', text: ['遗失经过（时间、地点、经手人）：', { rule: 'rest' }] },
      {
        kind: 'signatures',
        lines: [
          ...signLine('经办人（签名）：'),
          ...signLine('派出所接收（签名）：'),
          ['补报收到日期：', ...dayPieces(null)],
        ],
      },
    ],
  };
}

function fileRows({ bundles }: StickLossNote['stick']): TableRow[] {
  const heads = ['序号', '周次', '文件名开头', '大小', '写入', '送达'];
  const rows = bundles
    .slice(0, ROWS_MOST)
    .map(({ seq, year, week, short, bytes, writtenAt, state }) => [
      String(seq),
      `${year}年第${week}周`,
      short,
      sizeOf(bytes),
      `${dayOf(writtenAt).slice(5)} ${timeOf(writtenAt)}`,
      ARRIVED[state],
    ]);
  return [
    { cells: heads.map((text) => ({ text, label: true })) },
    ...rows.map((cells) => ({ cells: cells.map((text) => ({ text })) })),
  ];
}
