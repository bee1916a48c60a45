/** Words of the printing screen. What stands on the papers themselves is with the papers. */
import type { Words } from '#renderer/ui/words.ts';

export const zh = {
  title: '打印',
  papers: {
    'contact-cards': '警民联系卡',
    'household-sheet': '入户核对表',
    'door-notice': '上门告知',
    'privacy-notice': '个人信息告知',
    'dispute-blanks': '纠纷空白文书',
  },
  building: '楼栋、街巷或村',
  noBuilding: '先选一栋楼、一条街或一个村，右边就显示它的核对表。',
  tooLarge: {
    what: '这里的住户太多，一份核对表最多 {{doors}} 户。',
    todo: '请改选其中的一栋楼或一个单元，分几份打印。',
  },
  blank: '空白表',
  blankHint: '只印门户，不印人名，停电时用',
  maskedHint: '证号只印末四位。',
  noticeHint: '每页 2 张，共 {{notices}} 张',
  nobodyNamed: '告知上不写住户姓名，也不写来意以外的内容：谁都可能看到门上的纸。',
  disputeBlanksHint: '空白文书上没有任何人的内容，可以提前印好，停电时用。',
  form: '样式',
  forms: { poster: '张贴 A4', leaflet: '发放，每页两份' },
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
  flip: '打印机不能双面时：先印正面，再原样放回（面朝下、顶边先进）印背面。',
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
  papers: {
    'contact-cards': 'Contact card',
    'household-sheet': 'Check sheet',
    'door-notice': 'Notice at the door',
    'privacy-notice': 'Personal-information notice',
    'dispute-blanks': 'Blank dispute papers',
  },
  building: 'Building, street, village',
  noBuilding: 'Choose a building, a street or a village; its check sheet then stands here.',
  tooLarge: {
    what: 'There are more doors than the {{doors}} one check sheet takes.',
    todo: 'Choose one building or one entrance, and print it in parts.',
  },
  blank: 'Blank sheet',
  blankHint: 'Doors without names, for a power cut',
  maskedHint: 'Of a number only the last four are printed.',
  noticeHint: 'Two a page, {{notices}} in all',
  nobodyNamed: 'It names no resident and no matter: anybody may read a door.',
  disputeBlanksHint: 'Nobody stands on a blank paper: print some ahead, for a power cut.',
  form: 'Form',
  forms: { poster: 'Poster, A4', leaflet: 'Leaflet, two a page' },
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
  flip: 'Without a two-sided printer: print the fronts, put them back face down, top edge first, print the backs.',
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
