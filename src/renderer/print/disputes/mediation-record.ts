/** 调解笔录: who was there, what they were told, what was said, how it ended, and who signs for it. */
import type { MediationRecordPaper } from '#shared/contract/disputes/papers.ts';
import type { Block, OfficialPaper } from '#renderer/print/document/blocks.ts';
import { officialDrawing } from '#renderer/print/document/document-pages.tsx';
import type { Piece } from '#renderer/print/document/tokens.ts';
import {
  dayPieces,
  dayWords,
  field,
  given,
  numberMark,
  ordinal,
  signLine,
} from '#renderer/print/document/pieces.ts';
import { OWN_DRAFT } from './law-texts.ts';
import { CODES, footOf, partyBlocks, signLines } from './pieces.ts';

export const mediationRecord = officialDrawing(writeMediationRecord);

type Session = NonNullable<NonNullable<MediationRecordPaper['matter']>['session']>;

export function writeMediationRecord(paper: MediationRecordPaper): OfficialPaper {
  const { matter } = paper;
  const session = matter?.session ?? null;
  const which = session === null ? '' : `　第${ordinal(session.ordinal - 1)}次调解`;
  return {
    name: paper.name,
    banner: OWN_DRAFT,
    initials: true,
    foot: footOf(paper),
    blocks: [
      { kind: 'title', text: '调解笔录' },
      { kind: 'mark', text: `${numberMark(matter?.id)}${which}` },
      field('时间', ...timePieces(session)),
      field('地点', given(session?.place, 'rest')),
      field('主持人', given(matter?.host, 18), '　记录人：', { rule: 'rest' }),
      field('在场人员', given(session?.present, 'rest')),
      field('录音录像', given(session?.recording, 'rest')),
      ...partyBlocks(matter?.parties ?? null),
      { kind: 'heading', text: '一、告知' },
      ...told(matter?.parties.some(({ minor }) => minor) ?? false, session),
      { kind: 'heading', text: '二、调解经过' },
      session === null ? { kind: 'rules', lines: 12 } : { kind: 'text', text: session.course },
      { kind: 'heading', text: '三、调解结果' },
      session === null
        ? { kind: 'rules', lines: 2 }
        : { kind: 'text', text: `${CODES.sessionOutcomes[session.outcome]}。` },
      {
        kind: 'text',
        text: '以上笔录已经本人看过，或者已经向本人宣读，与本人所说相符。不相符的已经改正并按指印。',
      },
      {
        kind: 'signatures',
        lines: [
          ...signLines(matter?.parties ?? null, '签名'),
          ...signLine('主持人（签名）：'),
          ...signLine('记录人（签名）：'),
        ],
      },
    ],
  };
}

function timePieces(session: Session | null): Piece[] {
  const blank = [{ rule: 4 }, '时', { rule: 4 }, '分'] as const;
  if (session === null) return [...dayPieces(null), ...blank, '至', ...blank];
  const clock = (time: string): readonly Piece[] => (time === '' ? blank : [time]);
  return [`${dayWords(session.heldOn)} `, ...clock(session.from), ' 至 ', ...clock(session.to)];
}

function told(minor: boolean, session: Session | null): Block[] {
  const blocks: Block[] = [
    {
      kind: 'text',
      text: '主持人说明了身份，告知双方权利和义务，询问是否自愿接受调解、是否申请回避。',
    },
    { kind: 'text', text: ['答：', { rule: 'rest' }] },
  ];
  const called = session?.guardianPresent === true ? '已经到场。' : '是否到场：';
  const guardian: Piece[] = [`当事人中有未成年人，已经通知其父母或者其他监护人，${called}`];
  if (session?.guardianPresent !== true) guardian.push({ rule: 'rest' });
  return minor ? [...blocks, { kind: 'text', text: guardian }] : blocks;
}
