/** 转介函 to a body that is handed the matter, or 邀请函 to one that sits at the table; its answer comes back below. */
import type { ReferralPaper } from '#shared/contract/disputes/papers.ts';
import type { Block, OfficialPaper } from '#renderer/print/document/blocks.ts';
import { officialDrawing } from '#renderer/print/document/document-pages.tsx';
import { dayPieces, given, numberMark, pair } from '#renderer/print/document/pieces.ts';
import { CODES, footOf, sideNames } from './pieces.ts';

export const referral = officialDrawing(writeReferral);

/** Millimetres. */
const ANSWER = [26, 44, 26, 60];

export function writeReferral(paper: ReferralPaper): OfficialPaper {
  const { matter } = paper;
  const joint = matter?.part === 'joint';
  const body = matter === null ? null : matter.bodyName === '' ? CODES.bodies[matter.body] : matter.bodyName;
  const whose = matter === null ? null : sideNames(matter.parties);
  return {
    name: paper.name,
    banner: null,
    initials: false,
    foot: footOf(paper),
    blocks: [
      { kind: 'title', text: joint ? '联合调解邀请函' : '矛盾纠纷转介函' },
      { kind: 'mark', text: numberMark(matter?.id) },
      { kind: 'text', text: [given(body, 30), '：'], flush: true },
      {
        kind: 'text',
        text: [
          '现有',
          given(whose, 30),
          `的`,
          given(matter && CODES.types[matter.type], 10),
          joint
            ? '纠纷一件，需要你单位到场共同调解。当事人已经知悉，没有异议。'
            : '纠纷一件，转请你单位办理。当事人已经知悉，没有异议。',
        ],
      },
      { kind: 'text', text: '请办理的事项：' },
      ...(matter === null
        ? [{ kind: 'rules', lines: 3 } as const]
        : [{ kind: 'text', text: matter.request } as const]),
      {
        kind: 'text',
        text: [
          '请于',
          ...dayPieces(matter?.dueOn ?? null),
          '前将办理情况填写在下方回执中送回本室。联系人',
          given(matter?.sentBy, 12),
          '，电话',
          given(paper.phone, 20),
          '。',
        ],
      },
      {
        kind: 'signatures',
        right: true,
        lines: [[paper.officeName], [...dayPieces(matter?.sentOn ?? null)]],
      },
      ...answerSlip(matter?.id),
    ],
  };
}

function answerSlip(id: string | undefined): Block[] {
  return [
    { kind: 'heading', text: '回　执' },
    {
      kind: 'table',
      whole: true,
      columns: ANSWER,
      rows: [
        { cells: [...pair('编号', id ?? null), ...pair('办理结果', '□已化解　□未化解　□退回')] },
        { cells: pair('情况说明', null, 3), least: 4 },
        { cells: [...pair('单位盖章', ''), ...pair('日期', dayPieces(null))], least: 2 },
      ],
    },
  ];
}
