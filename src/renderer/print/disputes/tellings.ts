/** Papers that tell the parties something: 权利义务告知书, 告知书, and 家庭暴力受害人权利告知. */
import type {
  CourtNoticePaper,
  PartyOnPaper,
  RightsPaper,
  ViolenceRightsPaper,
} from '#shared/contract/disputes/papers.ts';
import type { Block, OfficialPaper } from '#renderer/print/document/blocks.ts';
import { officialDrawing } from '#renderer/print/document/document-pages.tsx';
import type { Piece } from '#renderer/print/document/tokens.ts';
import { given, numbered, numberMark, signLine, stated } from '#renderer/print/document/pieces.ts';
import { OTHER_WAYS, RIGHTS_AND_DUTIES, VICTIM_RIGHTS } from './law-texts.ts';
import { CODES, footOf, sideNames, signLines } from './pieces.ts';

export const rights = officialDrawing(writeRights);
export const courtNotice = officialDrawing(writeCourtNotice);
export const violenceRights = officialDrawing(writeViolenceRights);

export function writeRights(paper: RightsPaper): OfficialPaper {
  const { matter } = paper;
  return {
    name: paper.name,
    banner: null,
    initials: false,
    foot: footOf(paper),
    blocks: [
      { kind: 'title', text: '权利义务告知书' },
      { kind: 'mark', text: numberMark(matter?.id) },
      addressed(matter?.parties ?? null),
      { kind: 'text', text: `${paper.officeName}办理你们的纠纷，现将你们的权利和义务告知如下。` },
      { kind: 'heading', text: '一、权利' },
      ...numbered(RIGHTS_AND_DUTIES.rights),
      { kind: 'heading', text: '二、义务' },
      ...numbered(RIGHTS_AND_DUTIES.duties),
      { kind: 'heading', text: '三、费用' },
      { kind: 'text', text: stated(RIGHTS_AND_DUTIES.fee) },
      toldBy(matter),
    ],
  };
}

export function writeCourtNotice(paper: CourtNoticePaper): OfficialPaper {
  const { matter } = paper;
  const { civil, afterMediation, ways, labour, calm } = OTHER_WAYS;
  return {
    name: paper.name,
    banner: null,
    initials: false,
    foot: footOf(paper),
    blocks: [
      { kind: 'title', text: '解决途径告知书' },
      { kind: 'mark', text: numberMark(matter?.id) },
      addressed(matter?.parties ?? null),
      { kind: 'text', text: [`关于你们的`, given(matter && CODES.types[matter.type], 12), '纠纷：'] },
      { kind: 'text', text: stated(matter?.afterMediation === true ? afterMediation : civil) },
      ...numbered(matter?.type === 'labour' ? [labour, ...ways] : ways),
      { kind: 'text', text: stated(calm) },
      toldBy(matter),
    ],
  };
}

/** No name and no number of a matter: it may be found by the other side. */
export function writeViolenceRights(paper: ViolenceRightsPaper): OfficialPaper {
  return {
    name: paper.name,
    banner: null,
    initials: false,
    foot: footOf(paper),
    blocks: [
      { kind: 'title', text: '家庭暴力受害人权利告知' },
      {
        kind: 'text',
        text: '家庭暴力不是家务事。遭受家庭暴力，或者面临家庭暴力的现实危险时，你可以依法得到下列保护和帮助。',
      },
      ...numbered(VICTIM_RIGHTS),
      {
        kind: 'text',
        text: [
          `紧急时请拨打 110。${paper.stationName}${paper.officeName}电话 `,
          given(paper.phone, 20),
          '。',
        ],
      },
    ],
  };
}

function addressed(parties: readonly PartyOnPaper[] | null): Block {
  const to: readonly Piece[] =
    parties === null
      ? [CODES.sides.a, { rule: 14 }, `、${CODES.sides.b}`, { rule: 14 }, '：']
      : [`${sideNames(parties)}：`];
  return { kind: 'text', text: to, flush: true };
}

function toldBy(matter: { readonly parties: readonly PartyOnPaper[] } | null): Block {
  return {
    kind: 'signatures',
    lines: [...signLines(matter?.parties ?? null, '签收'), ...signLine('告知人（签名）：')],
  };
}
