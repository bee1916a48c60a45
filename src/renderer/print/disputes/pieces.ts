/** Words and blanks that several papers of disputes are written with. */
import type { DisputePaper, PartyOnPaper } from '#shared/contract/disputes/papers.ts';
import type { RevealReason } from '#shared/ledgers/reveal.ts';
import { zh as client } from '#renderer/client/words/client-text.ts';
import { zh } from '#renderer/ledgers/disputes/disputes-text.ts';
import { spacedName } from '#renderer/print/document/characters.ts';
import type { Block } from '#renderer/print/document/blocks.ts';
import { given, printedFoot, signLine } from '#renderer/print/document/pieces.ts';
import type { Piece } from '#renderer/print/document/tokens.ts';

/** One word for one thing: the codes are called on paper what the screens call them. */
export const CODES = zh;

/** 甲方李欣; of nobody the side alone, with a blank. */
export function sideName({ side, name }: Pick<PartyOnPaper, 'side' | 'name'>): string {
  return `${CODES.sides[side]}${name}`;
}

export function sideNames(parties: readonly Pick<PartyOnPaper, 'side' | 'name'>[]): string {
  return parties.map(sideName).join('、');
}

/** Who somebody is: what is not known is left out, a phone that does not stand here becomes a blank. */
export function personPieces(party: PartyOnPaper): readonly Piece[] {
  const { sex, age, address, representative, representativeName } = party;
  const known = [
    sex === '1' || sex === '2' ? CODES.sexes[sex] : '',
    age === null ? '' : `${age}岁`,
    address === '' ? '' : `住址${address}`,
  ].filter((one) => one !== '');
  const first: Piece[] = [[party.name, ...known, '电话'].join('，'), given(party.phone, 22)];
  if (representative === null) return first;
  return [
    ...first,
    `；${CODES.representatives[representative]}${representativeName ?? ''}，电话`,
    given(party.representativePhone, 22),
  ];
}

const NOBODY = [
  { side: 'a', name: '' },
  { side: 'b', name: '' },
] as const;

/** 甲方 and what is known of them, a paragraph each; blank lines where nobody is given. */
export function partyBlocks(parties: readonly PartyOnPaper[] | null): Block[] {
  if (parties === null)
    return NOBODY.flatMap(({ side }): Block[] => [
      {
        kind: 'text',
        text: [
          `${CODES.sides[side]}：`,
          { rule: 12 },
          '　性别',
          { rule: 4 },
          '　年龄',
          { rule: 4 },
          '　电话',
          { rule: 'rest' },
        ],
      },
      { kind: 'text', text: ['住址：', { rule: 'rest' }] },
    ]);
  return parties.map((party) => ({
    kind: 'text',
    text: [`${CODES.sides[party.side]}：`, ...personPieces(party)],
  }));
}

/** One line to sign on for each party, and for whoever stands in for one. `as`: 签名 or 签名、指印. */
export function signLines(parties: readonly PartyOnPaper[] | null, as: string): Piece[][] {
  if (parties === null) return NOBODY.flatMap(({ side }) => signLine(`${CODES.sides[side]}（${as}）：`));
  return parties.flatMap(({ side, name, representative, representativeName }) => {
    const own = signLine(`${CODES.sides[side]}${spacedName(name)}（${as}）：`);
    if (representative === null) return own;
    const stands = `${CODES.representatives[representative]}${spacedName(representativeName ?? '')}`;
    return [...own, ...signLine(`${CODES.sides[side]}${stands}（${as}）：`)];
  });
}

/** Template, who and when, and how much stands on it. */
export function footOf(paper: Exclude<DisputePaper, { readonly name: 'dispute-figures' }>): string[] {
  return [...printedFoot(paper), maskWords(paper)];
}

function maskWords({ form, reason }: Parameters<typeof footOf>[0]): string {
  if (form === 'blank') return '空白表';
  if (reason === null) return '不含案情和电话';
  return `含案情和电话，事由：${reasonWords(reason.code, reason.note)}`;
}

function reasonWords(code: RevealReason, note: string): string {
  const word = client.reveal[code];
  return note === '' ? word : `${word}（${note}）`;
}
