/** 回访记录: one table a visit, with what is left to be written by hand at the door. */
import type { FollowUpPaper } from '#shared/contract/disputes/papers.ts';
import type { Block, OfficialPaper } from '#renderer/print/document/blocks.ts';
import { officialDrawing } from '#renderer/print/document/document-pages.tsx';
import { dayPieces, dayWords, numberMark, ordinal, pair } from '#renderer/print/document/pieces.ts';
import { CODES, footOf, partyBlocks } from './pieces.ts';

export const followUp = officialDrawing(writeFollowUp);

type Visit = NonNullable<FollowUpPaper['matter']>['visits'][number];

/** Millimetres. */
const COLUMNS = [22, 56, 22, 56];
const HOW = Object.values(CODES.how);
const FINDINGS = Object.values(CODES.findings);

export function writeFollowUp(paper: FollowUpPaper): OfficialPaper {
  const { matter } = paper;
  const visits: readonly (Visit | null)[] = matter?.visits ?? [null, null];
  const known = [
    matter?.result == null ? '' : `办理结果：${CODES.results[matter.result]}`,
    matter?.toldOn == null ? '' : `反馈日期：${dayWords(matter.toldOn)}`,
  ].filter((one) => one !== '');
  return {
    name: paper.name,
    banner: null,
    initials: false,
    foot: footOf(paper),
    blocks: [
      { kind: 'title', text: '矛盾纠纷回访记录' },
      { kind: 'mark', text: numberMark(matter?.id) },
      ...partyBlocks(matter?.parties ?? null),
      ...(known.length === 0 ? [] : [{ kind: 'text', text: known.join('　') } as const]),
      ...visits.flatMap((visit, index) => visitBlocks(visit, visit?.ordinal ?? index + 1)),
    ],
  };
}

function visitBlocks(visit: Visit | null, which: number): Block[] {
  const dueOn = visit === null ? null : dayWords(visit.dueOn);
  const doneOn = visit?.doneOn ?? null;
  const done = doneOn !== null;
  return [
    { kind: 'heading', text: `第${ordinal(which - 1)}次回访` },
    {
      kind: 'table',
      whole: true,
      columns: COLUMNS,
      rows: [
        { cells: [...pair('计划日期', dueOn ?? dayPieces(null)), ...pair('回访日期', dayPieces(doneOn))] },
        {
          cells: [
            ...pair('方式', visit?.how == null ? boxes(HOW) : CODES.how[visit.how]),
            ...pair(
              '是否满意',
              done && visit !== null ? CODES.satisfaction[visit.satisfied] : boxes(['满意', '不满意']),
            ),
          ],
        },
        {
          cells: pair(
            '履行情况',
            visit?.finding == null ? boxes(FINDINGS) : CODES.findings[visit.finding],
            3,
          ),
        },
        { cells: pair('情况', noteOf(visit), 3), least: 3 },
        { cells: [...pair('回访人', visit?.doneBy ?? ''), ...pair('本人签名', '')], least: 2 },
      ],
    },
  ];
}

/** What was found, where it was found already and may stand here. */
function noteOf(visit: Visit | null): string | null {
  if (visit === null || visit.doneOn === null || visit.note === null) return null;
  return visit.note === '' ? CODES.none : visit.note;
}

function boxes(words: readonly string[]): string {
  return words.map((word) => `□${word}`).join(' ');
}
