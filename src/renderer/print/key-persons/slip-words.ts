/** What stands on a duty slip. It may lie on a table or be lost in the street: nothing on it says why the person is visited. */
import type { DutyKind } from '#shared/ledgers/statutory/categories.ts';

/** Fewer words than duties: the exact one would tell what it is about. */
export const DUTY_WORDS: Readonly<Record<DutyKind, string>> = {
  'tell-rules': '当面告知',
  talk: '谈话',
  supervise: '见面',
  announce: '当面告知',
  remind: '当面告知',
  'test-as-told': '见面',
  'help-as-asked': '协助',
  'answer-request': '答复',
  'verify-order': '见面',
  'assist-order': '协助',
  'visit-person': '走访',
  'visit-protected': '走访',
  review: '核对',
};

export const SLIP_WORDS = {
  title: '履职记录单',
  more: '续页',
  number: '编号',
  person: '姓名',
  kind: '事项',
  dueOn: '应办日期',
  officer: '承办民警',
  when: '办理时间',
  until: '至',
  where: '地点',
  result: '结果',
  results: ['已履行', '未见到', '已报告'],
  record: '纸质记录编号',
  signatures: ['本人（签名）', '民警（签名）', '在场人（签名）'],
} as const;
