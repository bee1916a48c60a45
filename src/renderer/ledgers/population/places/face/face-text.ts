/** Words of the face of a building and of the panel that opens at one door. */
import type { Words } from '#renderer/ui/words.ts';

export const zh = {
  of: '{{line}} · {{count}} 户',
  keys: '方向键移动 · Enter 开门 · 1–5 记结果',
  none: '这里还没有户。可以先新增户室。',
  addDoors: '去新增户室',
  more: '还有 {{count}} 户没有显示。请选到某一栋或某一组。',
  legend: '图例，点一下只看这一类',
  legendCount: '{{word}} {{count}}',
  floor: '{{floor}} 层',
  noFloor: '未分层',
  oneEntrance: '全部',
  letWord: '出租',
  lastVisit: '{{day}} {{result}}',
  people: '{{count}} 人',
  print: '打印核对表',
  back: '地址',
  panel: {
    none: '没有这一户，或它已被作废。',
    open: '打开记录',
    nobody: '这里没有登记人口。',
    more: '等 {{count}} 人',
    quiet: '住户请求少打扰，没有必要不上门。',
    bestTime: '易遇时间：{{time}}',
    visits: '最近走访',
    noVisits: '还没有走访过。',
    verified: '上次核对 {{day}}',
    never: '还没有核对过',
    again: '{{day}} 前不必再问',
    let: '出租，出租人 {{name}}',
  },
} as const;

export const en: Words<typeof zh> = {
  of: '{{line}} · {{count}} doors',
  keys: 'Arrows move · Enter opens the door · 1–5 record what came of it',
  none: 'No doors stand here yet. Add the rooms first.',
  addDoors: 'Add rooms',
  more: '{{count}} more are not shown. Choose one building or group.',
  legend: 'Legend: press one to see only those',
  legendCount: '{{word}} {{count}}',
  floor: 'storey {{floor}}',
  noFloor: 'no storey',
  oneEntrance: 'All',
  letWord: 'Let',
  lastVisit: '{{day}} {{result}}',
  people: '{{count}} reg.',
  print: 'Print check sheet',
  back: 'Addresses',
  panel: {
    none: 'There is no such door, or it was taken out.',
    open: 'Open the record',
    nobody: 'Nobody is registered here.',
    more: '{{count}} in all',
    quiet: 'Those who live here asked for few calls: nobody comes without need.',
    bestTime: 'Best time: {{time}}',
    visits: 'Last visits',
    noVisits: 'Not visited yet.',
    verified: 'Last verified {{day}}',
    never: 'Never verified',
    again: 'No need to ask before {{day}}',
    let: 'Let by {{name}}',
  },
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    face: typeof zh;
  }
}
