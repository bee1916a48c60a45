/** 查阅答复: what this office holds about one person, ledger by ledger, with the law it is kept under and until when. */
import type { HeldDataPaper } from '#shared/contract/key-persons/papers.ts';
import type { Block, OfficialPaper, TableRow } from '#renderer/print/document/blocks.ts';
import { cellsOf, charactersOf } from '#renderer/print/document/characters.ts';
import { officialDrawing } from '#renderer/print/document/document-pages.tsx';
import { cellsIn, SMALL } from '#renderer/print/document/grid.ts';
import {
  dayPieces,
  dayWords,
  numbered,
  numberMark,
  ordinal,
  pair,
  printedFoot,
  signLine,
} from '#renderer/print/document/pieces.ts';
import { CELL_PADDING } from '#renderer/print/document/set-blocks.ts';
import { AFTER_ACCESS, ANSWERED_ELSEWHERE, NOTHING_HELD } from './law-texts.ts';

export const heldData = officialDrawing(writeHeldData);

type Section = HeldDataPaper['sections'][number];
type Fact = Section['records'][number][number];

/** Millimetres: two facts side by side, each with its label. */
const COLUMNS = [31, 47, 31, 47];
/** Cells that half a row holds in one line. */
const HALF = cellsIn(47 - 2 * CELL_PADDING, SMALL);

export function writeHeldData(paper: HeldDataPaper): OfficialPaper {
  const { number, person, receivedOn } = paper.request;
  const held = paper.sections.filter(({ records }) => records.length > 0);
  return {
    name: paper.name,
    banner: null,
    initials: false,
    foot: [...printedFoot(paper), '含完整号码，交本人'],
    blocks: [
      { kind: 'title', text: '个人信息查阅答复' },
      { kind: 'mark', text: numberMark(number) },
      { kind: 'text', text: [`${person}：`], flush: true },
      {
        kind: 'text',
        text: [
          `你于${dayWords(receivedOn)}向${paper.officeName}提出查阅。`,
          held.length === 0
            ? NOTHING_HELD
            : `截至${dayWords(paper.printedOn)}，本室持有的你的个人信息共 ${held.length} 类，全部列在下面。`,
        ],
      },
      ...held.flatMap(sectionBlocks),
      { kind: 'text', text: ANSWERED_ELSEWHERE },
      { kind: 'heading', text: '你还可以' },
      ...numbered(AFTER_ACCESS),
      {
        kind: 'signatures',
        lines: [
          [`${paper.officeName}（盖章）　`, ...dayPieces(paper.printedOn)],
          ...signLine('收到人（签名）：'),
        ],
      },
    ],
  };
}

function sectionBlocks({ ledger, basis, keeps, records }: Section, index: number): Block[] {
  return [
    { kind: 'heading', text: `${ordinal(index)}、${ledger}（${records.length} 条）` },
    { kind: 'text', text: `依据：${basis}。保存：${keeps}。` },
    ...records.map((facts): Block => ({
      kind: 'table',
      whole: true,
      columns: COLUMNS,
      rows: factRows(facts),
    })),
  ];
}

/** Two short facts a row, a long one alone; in their order. */
function factRows(facts: readonly Fact[]): TableRow[] {
  const rows: TableRow[] = [];
  let waiting: Fact | null = null;
  const alone = (fact: Fact) => rows.push({ cells: pair(fact.label, fact.value, 3) });
  for (const fact of facts) {
    if (!isShort(fact)) {
      if (waiting !== null) alone(waiting);
      waiting = null;
      alone(fact);
    } else if (waiting === null) waiting = fact;
    else {
      rows.push({ cells: [...pair(waiting.label, waiting.value), ...pair(fact.label, fact.value)] });
      waiting = null;
    }
  }
  if (waiting !== null) alone(waiting);
  return rows;
}

function isShort({ value }: Fact): boolean {
  return charactersOf(value).reduce((sum, character) => sum + cellsOf(character), 0) <= HALF;
}
