/** Words of taking back what the station holds. */
import type { Words } from '#renderer/ui/words.ts';

export const zh = {
  title: '取回派出所所存的数据',
  note: '旧电脑没了，也没有备份',
  before: '取回之前不要登记任何内容。',
  steps: {
    title: '步骤',
    meet: '第 1 步：带 U 盘到派出所，当面互认（右侧）。派出所登记时注明旧电脑已不在。',
    write: '第 2 步：请派出所把所存的数据写到 U 盘，再带回来。',
    take: '第 3 步：插上 U 盘，核对，取回。',
  },
  stick: '上报盘 {{serial}} 已插上',
  folder: '从：{{label}}',
  choose: '选择 U 盘文件夹',
  other: '换一个文件夹',
  last: '所知最后一条日志号',
  lastHint: '导出上报页显示过到第几条；没有记下就空着',
  lastWrong: '只填数字',
  needStation: '请先完成第 1 步',
  look: '核对',
  looking: '正在逐条核对',
  found: {
    title: '派出所存有',
    lines: '日志 {{lines}} 条，到第 {{to}} 条；写出时间 {{at}}',
    rows: '各台账在册条数',
    unknown: '派出所无法给出各台账条数',
    lost: '第 {{from}}–{{to}} 条没有到过派出所，无法取回。请凭纸质材料补登。',
    lostUnknown: '最后一次上报之后登记的内容没有到过派出所，无法取回。请凭纸质材料补登。',
    accounts: '账号随数据回来，口令不会回来；你仍是管理员，给每个人重新设口令。',
    kept: '现在的空警务室整个留在数据文件夹里。',
  },
  take: '取回',
  taking: '正在重建并核对',
  done: '已取回。本机即将锁定，请用自己的口令登录。',
  hint: '旧电脑没了，派出所有我们的数据',
  open: '去取回',
} as const;

export const en: Words<typeof zh> = {
  title: 'Take back what the station holds',
  note: 'The old PC is gone, and there is no backup',
  before: 'Enter nothing before it is taken back.',
  steps: {
    title: 'Steps',
    meet: 'Step 1: take the stick to the station and make each other known in person (on the right). The station says that the old PC is gone.',
    write: 'Step 2: have the station write what it holds onto the stick, and bring it back.',
    take: 'Step 3: plug in the stick, check it, take it back.',
  },
  stick: 'Stick {{serial}} is plugged in',
  folder: 'From: {{label}}',
  choose: 'Choose the folder of the stick',
  other: 'Another folder',
  last: 'Last journal line known',
  lastHint: 'The export page showed up to which line; leave it empty where nobody noted it',
  lastWrong: 'Digits only',
  needStation: 'Step 1 comes first',
  look: 'Check',
  looking: 'Checking every line',
  found: {
    title: 'The station holds',
    lines: '{{lines}} lines of the journal, up to line {{to}}; written {{at}}',
    rows: 'Records of each ledger',
    unknown: 'The station cannot say how many records there are',
    lost: 'Lines {{from}}–{{to}} never came to the station and cannot come back. Enter them again from paper.',
    lostUnknown:
      'What was entered after the last export never came to the station and cannot come back. Enter it again from paper.',
    accounts:
      'Accounts come back with the data, passwords do not; you stay administrator and give everybody a new one.',
    kept: 'The empty office of now stays whole in the data folder.',
  },
  take: 'Take back',
  taking: 'Building and checking',
  done: 'Taken back. The office locks now; sign in with your own password.',
  hint: 'The old PC is gone and the station has our data',
  open: 'Take it back',
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    rescue: typeof zh;
  }
}
