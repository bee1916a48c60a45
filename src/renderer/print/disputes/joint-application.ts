/** 认可和解共同申请书 (程序规定 186): both sides ask; the words on it are theirs, so it names no rule they do not need. */
import type { JointApplicationPaper } from '#shared/contract/disputes/papers.ts';
import type { Block, OfficialPaper } from '#renderer/print/document/blocks.ts';
import { officialDrawing } from '#renderer/print/document/document-pages.tsx';
import { dayPieces, given, numberMark, stated } from '#renderer/print/document/pieces.ts';
import { RECOGNITION } from './law-texts.ts';
import { CODES, footOf, partyBlocks, signLines } from './pieces.ts';

export const jointApplication = officialDrawing(writeJointApplication);

type Settled = NonNullable<NonNullable<JointApplicationPaper['matter']>['settled']>;

export function writeJointApplication(paper: JointApplicationPaper): OfficialPaper {
  const { matter } = paper;
  return {
    name: paper.name,
    banner: null,
    initials: false,
    foot: footOf(paper),
    blocks: [
      { kind: 'title', text: '认可和解共同申请书' },
      { kind: 'mark', text: numberMark(matter?.id) },
      { kind: 'text', text: `${paper.stationName}：`, flush: true },
      ...partyBlocks(matter?.parties ?? null),
      {
        kind: 'text',
        text: [
          '申请人于',
          ...dayPieces(matter?.happenedOn ?? null),
          '在',
          given(matter?.happenedAt, 20),
          '因民间纠纷发生争议。事情经过：',
        ],
      },
      ...settledBlocks(matter?.settled ?? null),
      { kind: 'text', text: stated(RECOGNITION) },
      { kind: 'signatures', lines: signLines(matter?.parties ?? null, '签名、指印') },
    ],
  };
}

function settledBlocks(settled: Settled | null): Block[] {
  if (settled === null)
    return [
      { kind: 'rules', lines: 5 },
      {
        kind: 'text',
        text: [...dayPieces(null), '经□自行和解　□人民调解委员会调解，双方达成协议，内容如下：'],
      },
      { kind: 'rules', lines: 5 },
      performed(null),
    ];
  const { kind, agreedOn, facts, terms, performedOn } = settled;
  return [
    facts === '' ? { kind: 'rules', lines: 4 } : { kind: 'text', text: facts },
    {
      kind: 'text',
      text: [...dayPieces(agreedOn), `双方达成${CODES.agreementKinds[kind]}，内容如下：`],
    },
    { kind: 'text', text: terms },
    performed(performedOn),
  ];
}

function performed(on: string | null): Block {
  return { kind: 'text', text: ['上述协议已于', ...dayPieces(on), '履行完毕。'] };
}
