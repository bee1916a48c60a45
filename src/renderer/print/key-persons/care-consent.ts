/** 关爱服务同意书: what help, whom to call, whether the desk reads one line, and what the law says before one signs. */
import type { CareConsentPaper } from '#shared/contract/key-persons/papers.ts';
import { CARE_CODES, CARE_CONTACTS, CARE_HELP, OFF_BY_DEFAULT } from '#shared/ledgers/care/care.ts';
import { zh as CODES } from '#renderer/ledgers/care/care-text.ts';
import type { OfficialPaper, TableRow } from '#renderer/print/document/blocks.ts';
import { officialDrawing } from '#renderer/print/document/document-pages.tsx';
import { numbered, pair, printedFoot, signLine } from '#renderer/print/document/pieces.ts';
import { zh as person } from '#renderer/record/person/person-text.ts';
import { CARE_TERMS } from './law-texts.ts';

export const careConsent = officialDrawing(writeCareConsent);

/** Millimetres. */
const COLUMNS = [32, 50, 26, 48];

export function writeCareConsent(paper: CareConsentPaper): OfficialPaper {
  const { care } = paper;
  return {
    name: paper.name,
    banner: null,
    initials: false,
    foot: [...printedFoot(paper), care === null ? '空白表' : '签字后生效'],
    blocks: [
      { kind: 'title', text: '关爱服务同意书' },
      { kind: 'mark', text: `${paper.stationName}${paper.officeName}` },
      {
        kind: 'text',
        text: '本人（或监护人）自愿请警务室提供下面的帮助，并同意为此保存下面所列的信息。',
      },
      { kind: 'table', columns: COLUMNS, rows: choiceRows(care) },
      { kind: 'heading', text: '签字前请了解' },
      ...numbered(CARE_TERMS),
      {
        kind: 'signatures',
        lines: [
          ...signLine('本人（签名）：'),
          ...signLine('监护人（签名）：'),
          ...signLine('经办人（签名）：'),
        ],
      },
    ],
  };
}

/** One box for each word; of what is filled in already the word alone. */
function boxes<Code extends string>(
  codes: readonly Code[],
  words: Readonly<Record<Code, string>>,
  chosen: Code | undefined,
): string {
  return chosen === undefined ? codes.map((code) => `□${words[code]}`).join('　') : words[chosen];
}

function choiceRows(care: CareConsentPaper['care']): TableRow[] {
  // What an office may have switched off stands on no form that lies ready for everybody.
  const offered = CARE_CODES.filter((code) => !OFF_BY_DEFAULT.includes(code));
  return [
    { cells: pair('姓名', care?.person ?? null, 3) },
    { cells: pair('服务类别', boxes(offered, CODES.categories, care?.category), 3) },
    { cells: pair('需要的帮助', boxes(CARE_HELP, CODES.help, care?.help), 3) },
    { cells: pair('联系人是', boxes(CARE_CONTACTS, CODES.contacts, care?.contact), 3) },
    {
      cells: [
        ...pair('联系人姓名', care?.contactName ?? null),
        ...pair('联系电话', care?.contactPhone ?? null),
      ],
    },
    { cells: pair('前台提示', deskLine(care), 3) },
  ];
}

function deskLine(care: CareConsentPaper['care']): string {
  const line = person.line
    .replace('{{name}}', care?.contactName ?? '（联系人姓名）')
    .replace('{{phone}}', care?.contactPhone ?? '（联系电话）');
  const answer = care === null ? '□同意　□不同意' : care.deskLine ? '同意' : '不同意';
  return `${answer}\n本人到警务室时，前台人员看到一句话：“${line}”。`;
}
