/** What each call about key persons, by law or by consent, and about their rights is, in words for the table of permissions. */
import type { Contract } from '#shared/contract/index.ts';

type Rooms = 'statutory' | 'statutoryPapers' | 'sealed' | 'care' | 'rights' | 'rightsPapers';
type KeyPersonCallWords = {
  readonly [Room in Rooms]: { readonly [Verb in keyof Contract[Room]]: string };
};

export const zh = {
  statutory: {
    due: '查看自己名下的法定义务数',
    waiting: '查看自己登记、等待批准的事项',
    list: '查看自己承办的依法登记事项',
    open: '打开依法登记事项',
    revealProtected: '查看被保护人姓名和电话',
    enter: '登记依法登记事项',
    withdraw: '撤回未批准的登记',
    correct: '更正依法登记事项',
    handOver: '移交承办民警',
    doDuty: '登记法定义务结果',
    undoDuty: '撤销法定义务结果',
    end: '登记提前解除或终止',
  },
  statutoryPapers: {
    preview: '预览履职单和期满告知书',
    savePdf: '履职单和期满告知书存为 PDF',
    print: '打印履职单和期满告知书',
  },
  sealed: { list: '查看封存清单' },
  care: {
    offered: '查看可登记的关爱类别',
    list: '查看关爱服务列表',
    open: '打开关爱服务',
    linesOf: '查看本人同意前台看到的一行',
    enter: '登记关爱服务同意书',
    approve: '核对同意书并开始关爱服务',
    decline: '退回与同意书不符的登记',
    withdraw: '登记本人撤回同意',
    withdrawOne: '登记撤回一项同意',
    due: '查看关爱服务待办数',
  },
  rights: {
    list: '查看权利请求列表',
    open: '打开权利请求',
    register: '登记权利请求',
    answer: '答复权利请求',
    retire: '作废错误登记的权利请求',
    due: '查看权利请求待办数',
  },
  rightsPapers: {
    preview: '预览同意书和答复书',
    savePdf: '同意书和答复书存为 PDF',
    print: '打印同意书和答复书',
  },
} as const satisfies KeyPersonCallWords;

export const en: KeyPersonCallWords = {
  statutory: {
    due: "See how many of one's own duties are due",
    waiting: "See one's own entries that wait for approval",
    list: "See the statutory matters in one's charge",
    open: 'Open a statutory matter',
    revealProtected: 'See name and phone of a protected person',
    enter: 'Enter a statutory matter',
    withdraw: 'Take back an entry that is not approved',
    correct: 'Correct a statutory matter',
    handOver: 'Hand over to another officer',
    doDuty: 'Note the result of a duty',
    undoDuty: 'Take back the result of a duty',
    end: 'Note an end before its day',
  },
  statutoryPapers: {
    preview: 'Preview a duty slip or an end notice',
    savePdf: 'Save a duty slip or an end notice as PDF',
    print: 'Print a duty slip or an end notice',
  },
  sealed: { list: 'See what was sealed' },
  care: {
    offered: 'See the kinds of care there are',
    list: 'See the list of care by consent',
    open: 'Open care by consent',
    linesOf: 'See the one line a person lets the desk see',
    enter: 'Enter a signed consent',
    approve: 'Compare with the paper and begin the care',
    decline: 'Send back what the paper does not say',
    withdraw: 'Note that a person withdraws consent',
    withdrawOne: 'Note that one consent is withdrawn',
    due: 'See how much care waits',
  },
  rights: {
    list: 'See requests of persons',
    open: 'Open a request of a person',
    register: 'Register a request of a person',
    answer: 'Answer a request of a person',
    retire: 'Take out a request entered by mistake',
    due: 'See how many requests wait',
  },
  rightsPapers: {
    preview: 'Preview a consent form or a reply',
    savePdf: 'Save a consent form or a reply as PDF',
    print: 'Print a consent form or a reply',
  },
};
