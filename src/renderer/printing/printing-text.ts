/** Words of the printing screen. What stands on the papers themselves is with the papers. */
import type { Words } from '#renderer/ui/words.ts';

export const zh = {
  title: '打印',
  paper: '警民联系卡',
  commands: { card: '打印联系卡' },
  person: '民警',
  role: { officer: '社区民警', auxiliary: '辅警' },
  sheets: '份数（页）',
  sheetsHint: '每页 10 张，共 {{cards}} 张',
  bothSides: '双面',
  bothSidesHint: '长边翻转；背面已左右对调',
  view: '预览',
  views: { sheet: '整版', card: '单张' },
  front: '正面',
  back: '背面',
  savePdf: '存为 PDF',
  print: '打印',
  working: '正在生成',
  hint: '打印机对话框请选“实际大小”，不要选“适合页面”。',
  flip: '打印机不能双面时：先印正面，再原样放回（面朝下、顶边先进）印背面。',
  saved: '已存为 {{file}}，共 {{pages}} 页。',
  printed: '已送往打印机，共 {{pages}} 页。',
  people: { none: '还没有可以印联系卡的人。请管理员先在设置里添加民警或辅警。' },
  noPhone: '这张卡上没有电话。请管理员在设置里填写本人的工作电话或警务室电话。',
  missing: '没有填写：{{facts}}。卡上会略去。',
  facts: {
    gridRange: '警格范围',
    address: '地址',
    hours: '接待时间',
    stationPhone: '派出所值班电话',
    supervisionPhone: '监督电话',
  },
  listComma: '、',
  issued: '发卡日期 {{day}} · 批次 {{batch}}',
} as const;

export const en: Words<typeof zh> = {
  title: 'Printing',
  paper: 'Contact card',
  commands: { card: 'Print a contact card' },
  person: 'Person',
  role: { officer: 'Community officer', auxiliary: 'Auxiliary' },
  sheets: 'Pages',
  sheetsHint: 'Ten cards a page, {{cards}} in all',
  bothSides: 'Both sides',
  bothSidesHint: 'Turned over the long edge; the back is mirrored',
  view: 'Preview',
  views: { sheet: 'Whole page', card: 'One card' },
  front: 'Front',
  back: 'Back',
  savePdf: 'Save as PDF',
  print: 'Print',
  working: 'Making it',
  hint: 'In the printer\'s dialog choose "actual size", not "fit to page".',
  flip: 'Without a two-sided printer: print the fronts, put them back face down, top edge first, print the backs.',
  saved: 'Saved as {{file}}, {{pages}} pages.',
  printed: 'Sent to the printer, {{pages}} pages.',
  people: { none: 'There is nobody to print a card for. The administrator adds people in the settings.' },
  noPhone:
    "There is no phone on this card. The administrator enters a work phone or the office's in the settings.",
  missing: 'Not given: {{facts}}. Left out on the card.',
  facts: {
    gridRange: 'grids',
    address: 'address',
    hours: 'hours',
    stationPhone: 'station phone',
    supervisionPhone: 'supervision phone',
  },
  listComma: ', ',
  issued: 'Issued {{day}} · batch {{batch}}',
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    printing: typeof zh;
  }
}
