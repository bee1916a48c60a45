/** 权利请求答复书: what was asked, what was done, on which ground not, and what is open to whoever does not agree. */
import type { RightsReplyPaper } from '#shared/contract/key-persons/papers.ts';
import { GROUND_ARTICLES, REQUEST_ARTICLES } from '#shared/ledgers/rights/requests.ts';
import { zh as CODES } from '#renderer/ledgers/rights/rights-text.ts';
import type { Block, OfficialPaper } from '#renderer/print/document/blocks.ts';
import { officialDrawing } from '#renderer/print/document/document-pages.tsx';
import {
  dayPieces,
  given,
  numbered,
  numberMark,
  printedFoot,
  signLine,
} from '#renderer/print/document/pieces.ts';
import { REMEDIES, REPLY_OUTCOMES } from './law-texts.ts';

export const rightsReply = officialDrawing(writeRightsReply);

export function writeRightsReply(paper: RightsReplyPaper): OfficialPaper {
  const { reply } = paper;
  return {
    name: paper.name,
    banner: null,
    initials: false,
    foot: [...printedFoot(paper), reply === null ? '空白表' : '一份交本人，一份存档'],
    blocks: [
      { kind: 'title', text: '个人信息权利请求答复书' },
      { kind: 'mark', text: numberMark(reply?.number) },
      { kind: 'text', text: [given(reply?.person, 24), '：'], flush: true },
      {
        kind: 'text',
        text: [
          '你于',
          ...dayPieces(reply?.receivedOn ?? null),
          `向${paper.officeName}提出关于个人信息的请求：`,
          given(reply === null ? null : CODES.kinds[reply.kind], 24),
          reply === null ? '。' : `（${REQUEST_ARTICLES[reply.kind]}）。`,
        ],
      },
      ...outcomeBlocks(reply),
      { kind: 'heading', text: '如不同意本答复' },
      ...numbered(REMEDIES),
      {
        kind: 'text',
        text: [`联系电话：`, given(paper.phone, 24)],
      },
      {
        kind: 'signatures',
        lines: [
          [`${paper.officeName}（盖章）　`, ...dayPieces(reply?.answeredOn ?? null)],
          ...signLine('收到人（签名）：'),
        ],
      },
    ],
  };
}

function outcomeBlocks(reply: RightsReplyPaper['reply']): Block[] {
  if (reply === null)
    return [
      { kind: 'text', text: '处理结果：□已办理　□部分办理　□不予办理　□本人撤回' },
      { kind: 'rules', lines: 4 },
      { kind: 'text', text: ['不予办理的理由和依据：', { rule: 'rest' }] },
      { kind: 'rules', lines: 2 },
    ];
  const { outcome, ground, answer } = reply;
  const because: Block[] =
    ground === null
      ? []
      : [
          {
            kind: 'text',
            text: `不予办理的理由：${CODES.grounds[ground]}。依据：${GROUND_ARTICLES[ground]}。`,
          },
        ];
  return [{ kind: 'text', text: REPLY_OUTCOMES[outcome] }, { kind: 'text', text: answer }, ...because];
}
