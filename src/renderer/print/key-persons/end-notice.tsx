/** 期满告知书: a copy for the person and for each of those whom the law has told, with its slip of receipt. */
import type { EndNotice } from '#shared/contract/key-persons/papers.ts';
import { addDays } from '#shared/kernel/calendar-day.ts';
import type { Block, OfficialPaper } from '#renderer/print/document/blocks.ts';
import { DocumentPages, pagesOf } from '#renderer/print/document/document-pages.tsx';
import {
  dayPieces,
  dayWords,
  given,
  numberMark,
  pair,
  printedFoot,
  stated,
} from '#renderer/print/document/pieces.ts';
import type { Piece } from '#renderer/print/document/tokens.ts';
import type { Drawing } from '#renderer/print/drawing.ts';
import { END_NOTICES } from './law-texts.ts';

export const endNotice: Drawing<EndNotice> = {
  Pages: ({ paper }) => writeEndNotice(paper).map((copy, at) => <DocumentPages key={at} paper={copy} />),
  count: (paper) => writeEndNotice(paper).reduce((sum, copy) => sum + pagesOf(copy).length, 0),
};

/** Millimetres. */
const RECEIPT = [26, 52, 26, 52];

/** One paper a copy, each with its own page numbers: they go to different hands. */
export function writeEndNotice(paper: EndNotice): OfficialPaper[] {
  const texts = paper.notice === null ? undefined : END_NOTICES[paper.notice.category];
  const told = texts?.told ?? [null];
  return told.map((to, at) => copyOf(paper, to, at));
}

function copyOf(paper: EndNotice, to: string | null, at: number): OfficialPaper {
  const { notice } = paper;
  const texts = notice === null ? undefined : END_NOTICES[notice.category];
  const own = at === 0;
  const addressee = own && notice !== null ? notice.person : to;
  const duties: Block[] =
    texts === undefined
      ? []
      : [
          { kind: 'text', text: stated(texts.effect) },
          ...(own ? [] : [{ kind: 'text', text: stated(texts.discretion) } as const]),
        ];
  return {
    name: paper.name,
    banner: null,
    initials: false,
    foot: [...printedFoot(paper), to === null ? '空白表' : `送${to}`],
    blocks: [
      { kind: 'title', text: '期满告知书' },
      { kind: 'mark', text: `${numberMark(notice?.number)}${to === null ? '' : `　（送${to}）`}` },
      { kind: 'text', text: [given(addressee, 30), '：'], flush: true },
      { kind: 'text', text: whatEnded(notice, texts?.measure ?? null) },
      ...duties,
      { kind: 'text', text: ['特此告知。'] },
      { kind: 'signatures', right: true, lines: [[paper.stationName], [...dayPieces(paper.printedOn)]] },
      ...receipt(notice?.number ?? null, to),
    ],
  };
}

function whatEnded(notice: EndNotice['notice'], measure: string | null): readonly Piece[] {
  const last = notice === null ? null : addDays(notice.endsOn, -1);
  return [
    '根据',
    given(notice?.issuer, 24),
    given(notice?.documentNumber, 24),
    '，',
    given(notice?.person, 14),
    '的',
    given(measure, 16),
    '期限自',
    ...dayPieces(notice?.startsOn ?? null),
    '起至',
    ...dayPieces(last),
    '止，已经届满，自',
    notice === null ? { rule: 16 } : dayWords(notice.endsOn),
    '起不再执行。',
  ];
}

function receipt(number: string | null, to: string | null): Block[] {
  return [
    { kind: 'heading', text: '送达回执' },
    {
      kind: 'table',
      whole: true,
      columns: RECEIPT,
      rows: [
        { cells: [...pair('编号', number), ...pair('送达日期', dayPieces(null))] },
        { cells: [...pair('受送达人', to), ...pair('签名或盖章', null)], least: 1 },
        { cells: [...pair('送达人签名', null), ...pair('送达方式', '□当面　□邮寄')] },
      ],
    },
  ];
}
