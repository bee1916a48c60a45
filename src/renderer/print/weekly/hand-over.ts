/** 上报盘交接单: two copies, one for the office and one for the station. It says how many files, never what is in them. */
import type { HandOverSheet } from '#shared/contract/weekly-papers.ts';
import { dayOf, timeOf } from '#shared/kernel/calendar-day.ts';
import type { OfficialPaper, TableRow } from '#renderer/print/document/blocks.ts';
import { officialDrawing } from '#renderer/print/document/document-pages.tsx';
import { dayPieces, pair, printedFoot, signLine } from '#renderer/print/document/pieces.ts';
import { sizeOf } from './size.ts';

type Handed = NonNullable<HandOverSheet['handed']>;

/** Millimetres: label and value, twice. */
const FACTS = [27, 51, 27, 51];
/** Number, name, size, hash, written. */
const FILES = [15, 37, 25, 46, 33];
const BLANK_ROWS = 5;

export const handOver = officialDrawing(writeHandOver);

export function writeHandOver(paper: HandOverSheet): OfficialPaper {
  const { handed, officeName, officeCode, stationName } = paper;
  return {
    name: paper.name,
    banner: null,
    initials: false,
    foot: [...printedFoot(paper), handed === null ? '空白表' : '一式两份，交接双方各存一份'],
    blocks: [
      { kind: 'title', text: '每周数据上报盘交接单' },
      {
        kind: 'table',
        columns: FACTS,
        rows: [
          {
            cells: [...pair('交出单位', `${officeName}（${officeCode}）`), ...pair('接收单位', stationName)],
          },
          {
            cells: [
              ...pair('上报周次', handed === null ? null : `${handed.year}年第${handed.week}周`),
              ...pair('文件数', handed === null ? null : `${handed.files.length} 个`),
            ],
          },
          { cells: [...pair('交出人', handed === null ? null : paper.printedBy), ...pair('盘上编号', null)] },
        ],
      },
      { kind: 'heading', text: '盘上文件' },
      { kind: 'table', columns: FILES, rows: fileRows(handed) },
      {
        kind: 'text',
        text: '文件已加密封存，只有接收单位能打开，持盘人看不到内容。文件名是文件本身校验值的开头，接收后可以核对。回执写在同一个盘上带回。',
      },
      {
        kind: 'signatures',
        lines: [
          ...signLine('交出人（签名）：'),
          ...signLine('接收人（签名）：'),
          ['回执带回日期：', ...dayPieces(null)],
        ],
      },
    ],
  };
}

function fileRows(handed: Handed | null): TableRow[] {
  const heads = ['序号', '文件名开头', '大小', '清单校验值开头', '写入时间'];
  const rows: (readonly (string | null)[])[] =
    handed === null
      ? Array.from({ length: BLANK_ROWS }, () => heads.map(() => null))
      : handed.files.map(({ seq, short, bytes, head, writtenAt }) => [
          String(seq),
          short,
          sizeOf(bytes),
          head.match(/.{4}/g)?.join(' ') ?? head,
          `${dayOf(writtenAt).slice(5)} ${timeOf(writtenAt)}`,
        ]);
  return [
    { cells: heads.map((text) => ({ text, label: true })) },
    ...rows.map((cells) => ({ cells: cells.map((text) => ({ text })) })),
  ];
}
