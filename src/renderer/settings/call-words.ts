/** What each call is, in words for the table of permissions. A call without words is a type error. */
import type { Contract } from '#shared/contract/index.ts';
import type { Words } from '#renderer/ui/words.ts';

/** Calls of the lock screen and the first run, which need no role and stand in no table. */
type NeedsNobody = {
  readonly session: 'state' | 'unlock' | 'recover';
  readonly setup: keyof Contract['setup'];
};

type CallWords = {
  readonly [Room in Exclude<keyof Contract, 'setup'>]: {
    readonly [
      Verb in Room extends 'session'
        ? Exclude<keyof Contract['session'], NeedsNobody['session']>
        : keyof Contract[Room]
    ]: string;
  };
};

export const zh = {
  session: { lock: '锁定', touch: '保持登录', changePassword: '更换自己的口令' },
  office: { profile: '查看警务室资料', amend: '修改警务室资料', chooseBackupFolder: '选择备份文件夹' },
  staff: {
    list: '查看人员名单',
    add: '添加人员',
    amend: '修改人员',
    resetPassword: '为本人重设口令',
    dismiss: '停用账号',
  },
  today: { summary: '查看今日' },
  visitors: {
    list: '查看来访列表',
    search: '按姓名查来访',
    open: '打开来访记录',
    onSite: '查看在室来访',
    register: '登记来访',
    amend: '修改来访',
    leave: '登记离开',
    reply: '登记答复',
    retire: '作废错误登记',
    reveal: '查看完整电话',
  },
  history: { of: '查看变更记录', undo: '撤销自己刚做的改动' },
  journal: { page: '查看日志', verify: '核对日志' },
  drafts: { keep: '保存草稿', pending: '找回草稿', drop: '丢弃草稿' },
  preferences: { all: '读取个人界面设置', put: '保存个人界面设置' },
  cards: { people: '选择联系卡人员', preview: '预览联系卡', savePdf: '联系卡存为 PDF', print: '打印联系卡' },
  weekly: {
    status: '查看上报情况',
    chooseFolder: '选择上报 U 盘',
    export: '导出每周数据包',
    readReceipts: '读取派出所回执',
  },
  station: { chooseCard: '选择派出所证书', pin: '登记派出所', writeEnrolment: '写出本室登记文件' },
  diagnostics: { about: '查看版本与诊断', defect: '记录程序故障' },
  events: { watch: '接收数据变动通知' },
} as const satisfies CallWords;

export const en: Words<typeof zh> = {
  session: { lock: 'Lock', touch: 'Stay signed in', changePassword: "Change one's own password" },
  office: {
    profile: "See the office's facts",
    amend: "Change the office's facts",
    chooseBackupFolder: 'Choose the backup folder',
  },
  staff: {
    list: 'See the list of people',
    add: 'Add a person',
    amend: 'Change a person',
    resetPassword: 'Let a person type a new password',
    dismiss: 'Close an account',
  },
  today: { summary: 'See Today' },
  visitors: {
    list: 'See the list of visits',
    search: 'Look for visits by name',
    open: 'Open a visit',
    onSite: 'See who is in the room',
    register: 'Register a visit',
    amend: 'Change a visit',
    leave: 'Note that somebody left',
    reply: 'Note a reply',
    retire: 'Take out a wrong entry',
    reveal: 'See a whole phone number',
  },
  history: { of: 'See the history of a record', undo: "Undo one's own last change" },
  journal: { page: 'Read the journal', verify: 'Check the journal' },
  drafts: { keep: 'Keep a draft', pending: 'Get a draft back', drop: 'Drop a draft' },
  preferences: { all: "Read one's own appearance", put: "Keep one's own appearance" },
  cards: {
    people: 'Choose whose contact card',
    preview: 'Preview a contact card',
    savePdf: 'Save contact cards as PDF',
    print: 'Print contact cards',
  },
  weekly: {
    status: 'See the state of the export',
    chooseFolder: 'Choose the stick',
    export: 'Export the weekly bundle',
    readReceipts: "Read the station's receipts",
  },
  station: {
    chooseCard: "Choose the station's card",
    pin: 'Enrol the station',
    writeEnrolment: "Write this office's enrolment",
  },
  diagnostics: { about: 'See version and diagnostics', defect: 'Record a defect' },
  events: { watch: 'Hear of changes' },
};
