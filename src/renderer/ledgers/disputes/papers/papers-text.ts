/** Words of the dialog that prints a matter's papers. What stands on the papers is with the papers. */
import type { DisputePaperName, PaperForm } from '#shared/ledgers/disputes/papers.ts';
import type { Words } from '#renderer/ui/words.ts';

export const zh = {
  open: '文书',
  title: '文书 · {{id}}',
  paper: '文书',
  papers: {
    'dispute-acceptance': '受理登记表',
    'dispute-rights': '权利义务告知书',
    'dispute-court-notice': '解决途径告知书',
    'dispute-referral': '转介函',
    'dispute-mediation-record': '调解笔录',
    'dispute-agreement': '治安调解协议',
    'dispute-joint-application': '认可和解共同申请书',
    'dispute-follow-up': '回访记录',
    'violence-rights': '受害人权利告知',
  } as const satisfies Readonly<Record<DisputePaperName, string>>,
  form: '内容',
  forms: { plain: '不含案情和电话', whole: '含案情和电话' } as const satisfies Readonly<
    Record<Exclude<PaperForm, 'blank'>, string>
  >,
  part: '哪一次',
  session: '第 {{ordinal}} 次调解 · {{day}}',
  blank: '空白表',
  blankHint: '不印这件纠纷的任何内容，停电时用',
  reasonHint: '事由印在页脚，并记入日志',
  preview: '预览',
  hidden: '这份文书含案情。选好事由后按“预览”；{{seconds}} 秒后收起。',
  figures: '打印统计',
  figuresTitle: '纠纷统计',
} as const;

export const en: Words<typeof zh> = {
  open: 'Papers',
  title: 'Papers · {{id}}',
  paper: 'Paper',
  papers: {
    'dispute-acceptance': 'Acceptance form',
    'dispute-rights': 'Rights and duties',
    'dispute-court-notice': 'Ways to settle it',
    'dispute-referral': 'Referral',
    'dispute-mediation-record': 'Record of mediation',
    'dispute-agreement': 'Agreement',
    'dispute-joint-application': 'Joint application',
    'dispute-follow-up': 'Follow-up record',
    'violence-rights': "Victim's rights",
  },
  form: 'Content',
  forms: { plain: 'Without what happened', whole: 'Whole' },
  part: 'Which one',
  session: 'Mediation {{ordinal}} · {{day}}',
  blank: 'Blank',
  blankHint: 'Nothing of this matter, for a power cut',
  reasonHint: 'Stands at the foot and in the journal',
  preview: 'Preview',
  hidden: 'This paper tells what happened. Choose a reason and press Preview; it goes after {{seconds}} s.',
  figures: 'Print figures',
  figuresTitle: 'Figures of disputes',
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    disputePapers: typeof zh;
  }
}
