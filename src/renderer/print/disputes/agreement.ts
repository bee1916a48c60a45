/**
 * 治安调解协议: the contents that 程序规定 184 asks for, in its order, marked on every page as the office's own draft. It
 * does not look like the statutory form and cannot stand for it.
 */
import type { AgreementPaper } from '#shared/contract/disputes/papers.ts';
import type { OfficialPaper } from '#renderer/print/document/blocks.ts';
import { officialDrawing } from '#renderer/print/document/document-pages.tsx';
import { dayPieces, field, given, numberMark, signLine, stated } from '#renderer/print/document/pieces.ts';
import { AGREEMENT_EFFECT, OWN_DRAFT } from './law-texts.ts';
import { footOf, partyBlocks, signLines } from './pieces.ts';

export const agreement = officialDrawing(writeAgreement);

export function writeAgreement(paper: AgreementPaper): OfficialPaper {
  const { matter } = paper;
  return {
    name: paper.name,
    banner: OWN_DRAFT,
    initials: true,
    foot: footOf(paper),
    blocks: [
      { kind: 'title', text: '治安调解协议' },
      { kind: 'mark', text: numberMark(matter?.id) },
      { kind: 'heading', text: '一、调解机关' },
      { kind: 'text', text: paper.stationName },
      { kind: 'heading', text: '二、主持人' },
      { kind: 'text', text: [given(matter?.host, 24)] },
      { kind: 'heading', text: '三、当事人和其他在场人员' },
      ...partyBlocks(matter?.parties ?? null),
      field('其他在场人员', given(matter?.present, 'rest')),
      field('调解时间', ...dayPieces(matter?.heldOn ?? null), '　地点：', given(matter?.place, 'rest')),
      { kind: 'heading', text: '四、发生时间、地点、人员、起因、经过、情节和结果' },
      field('发生时间', ...dayPieces(matter?.happenedOn ?? null)),
      field('发生地点', given(matter?.happenedAt, 'rest')),
      matter === null ? { kind: 'rules', lines: 8 } : { kind: 'text', text: matter.facts },
      { kind: 'heading', text: '五、协议内容' },
      matter === null ? { kind: 'rules', lines: 6 } : { kind: 'text', text: matter.terms },
      { kind: 'heading', text: '六、履行期限' },
      { kind: 'text', text: [...dayPieces(matter?.performBy ?? null), '以前履行完毕。'] },
      { kind: 'heading', text: '七、履行方式' },
      matter === null ? { kind: 'rules', lines: 2 } : { kind: 'text', text: [given(matter.manner, 'rest')] },
      { kind: 'text', text: stated(AGREEMENT_EFFECT) },
      {
        kind: 'signatures',
        lines: [
          ...signLines(matter?.parties ?? null, '签名、指印'),
          ...signLine('主持人（签名）：'),
          ...signLine('调解机关（盖章）：'),
        ],
      },
    ],
  };
}
