/** 矛盾纠纷受理登记表. */
import type { AcceptancePaper, PartyOnPaper } from '#shared/contract/disputes/papers.ts';
import type { OfficialPaper, TableRow } from '#renderer/print/document/blocks.ts';
import { officialDrawing } from '#renderer/print/document/document-pages.tsx';
import type { Piece } from '#renderer/print/document/tokens.ts';
import { dayPieces, dayWords, given, numberMark, pair } from '#renderer/print/document/pieces.ts';
import { CODES, footOf } from './pieces.ts';

/** Millimetres. */
const COLUMNS = [27, 51, 27, 51];
const PHONE = 16;

export const acceptance = officialDrawing(writeAcceptance);

export function writeAcceptance(paper: AcceptancePaper): OfficialPaper {
  const { matter } = paper;
  return {
    name: paper.name,
    banner: null,
    initials: false,
    foot: footOf(paper),
    blocks: [
      { kind: 'title', text: '矛盾纠纷受理登记表' },
      { kind: 'mark', text: `${paper.officeName}　${numberMark(matter?.id)}` },
      {
        kind: 'table',
        columns: COLUMNS,
        rows: [
          {
            cells: [
              ...pair('受理日期', dayPieces(matter?.receivedOn ?? null)),
              ...pair('来源', matter === null ? null : CODES.sources[matter.raisedBy]),
            ],
          },
          {
            cells: [
              ...pair('纠纷类型', matter === null ? null : CODES.types[matter.type]),
              ...pair('争议金额', matter?.amount == null ? null : `${matter.amount} 元`),
            ],
          },
          {
            cells: [
              ...pair('发生日期', matter?.happenedOn == null ? null : dayWords(matter.happenedOn)),
              ...pair('化解层级', matter === null ? null : CODES.levels[matter.level]),
            ],
          },
          { cells: pair('发生地点', matter?.place ?? null, 3) },
          ...partyRows(matter?.parties ?? null),
          { cells: pair('事由经过', matter?.summary ?? null, 3), least: 6 },
          { cells: pair('诉求', matter?.demands ?? null, 3), least: 2 },
          {
            cells: [
              ...pair('责任民警', matter?.officer ?? null),
              ...pair('网格员', matter === null || matter.gridWorker === '' ? null : matter.gridWorker),
            ],
          },
          {
            cells: [...pair('登记人', matter?.registeredBy ?? null), ...pair('登记人签名', null)],
          },
          { cells: pair('处理意见', null, 3), least: 2 },
          { cells: [...pair('当事人签名', ''), ...pair('签名日期', dayPieces(null))], least: 2 },
        ],
      },
    ],
  };
}

const EMPTY_SIDES = ['a', 'b'] as const;

function partyRows(parties: readonly PartyOnPaper[] | null): TableRow[] {
  if (parties === null)
    return EMPTY_SIDES.map((side) => ({ cells: pair(CODES.sides[side], null, 3), least: 2 }));
  return parties.map((party) => ({ cells: pair(CODES.sides[party.side], personCell(party), 3) }));
}

function personCell(party: PartyOnPaper): readonly Piece[] {
  const { name, sex, age, address, phone, representative, representativeName, representativePhone } = party;
  const who = [
    name,
    sex === '1' || sex === '2' ? CODES.sexes[sex] : '',
    age === null ? '' : `${age} 岁`,
    address,
  ].filter((one) => one !== '');
  const own: Piece[] = [`${who.join('　')}　电话 `, given(phone, PHONE)];
  if (representative === null) return own;
  const stands = `　${CODES.representatives[representative]}${representativeName ?? ''}　电话 `;
  return [...own, stands, given(representativePhone, PHONE)];
}
