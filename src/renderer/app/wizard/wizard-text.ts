/** Words of the first run. */
import type { Words } from '#renderer/ui/words.ts';

export const zh = {
  title: '建立警务室',
  step: '第 {{at}} 步，共 {{of}} 步',
  back: '上一步',
  next: '下一步',
  steps: {
    language: '语言',
    office: '警务室',
    administrator: '管理员',
    recovery: '恢复码',
    backup: '备份',
    done: '完成',
  },
  language: {
    lead: '先选界面语言。以后可以在设置里随时更换。',
    label: '界面语言',
    zh: '中文',
    en: 'English',
  },
  office: {
    lead: '名称会出现在锁定页、联系卡和上报数据上。',
    name: '警务室名称',
    nameExample: '例如：胜利社区警务室',
    stationName: '所属派出所',
    stationExample: '例如：城东派出所',
    code: '警务室编码',
    codeHint: '派出所六位机构代码，横线，两位警务室序号。第三、四位是 99 的编码只建演示室',
    codeWrong: '格式应为六位数字、横线、两位数字，例如 ××××××-07',
  },
  administrator: {
    lead: '第一位管理员管理账号、设置和备份，不登记台账。账号只属于本人，不能共用。',
    name: '姓名',
    password: '口令',
    again: '再输一次口令',
    differs: '两次输入的口令不一样',
    found: '建立',
  },
  recovery: {
    lead: '这是恢复码，只显示这一次。忘记口令时，只有它能打开数据。',
    paper: '请现在抄在纸上，签封后交所里保管。不要拍照，不要存在电脑或手机里。',
    label: '恢复码',
    typed: '照着纸面再输一遍',
    typedHint: '空格和横线可以不输，大小写都可以',
    wrong: '与恢复码不一致，请对照纸面逐组检查',
    partly: '已对上 {{good}} 组，共 {{all}} 组',
  },
  backup: {
    lead: '选一个文件夹存放每日备份，最好在另一块硬盘或 U 盘上。备份是加密的。',
    choose: '选择文件夹',
    chosen: '备份到：{{label}}',
    later: '暂不选择',
    warning: '没有备份时，硬盘损坏会丢失全部数据。以后可以在设置里选择。',
    finish: '完成建立',
  },
  done: {
    lead: '{{office}}已经建立。',
    next: '下一步：给值班的每个人各建一个账号，由本人输入自己的口令。',
    people: '添加人员',
    look: '先看看设置',
  },
  required: '请填写这一项',
} as const;

export const en: Words<typeof zh> = {
  title: 'Set up an office',
  step: 'Step {{at}} of {{of}}',
  back: 'Back',
  next: 'Next',
  steps: {
    language: 'Language',
    office: 'Office',
    administrator: 'Administrator',
    recovery: 'Recovery code',
    backup: 'Backup',
    done: 'Done',
  },
  language: {
    lead: 'First choose the language. It can be changed in the settings at any time.',
    label: 'Language',
    zh: '中文',
    en: 'English',
  },
  office: {
    lead: 'The name stands on the lock screen, on contact cards and on what is reported.',
    name: 'Name of the office',
    nameExample: 'such as Victory Community Police Office',
    stationName: 'Police station',
    stationExample: 'such as East City Station',
    code: 'Office code',
    codeHint:
      'Six digits of the station, a dash, two digits of the office. 99 as the third and fourth digit makes a practice office',
    codeWrong: 'Six digits, a dash, two digits, such as ××××××-07',
  },
  administrator: {
    lead: 'The first administrator looks after accounts, settings and backups, not ledgers. An account belongs to one person.',
    name: 'Name',
    password: 'Password',
    again: 'Password again',
    differs: 'The two passwords differ',
    found: 'Set up',
  },
  recovery: {
    lead: 'This is the recovery code. It is shown only this once. If a password is forgotten, nothing else opens the data.',
    paper: 'Write it on paper now and have it kept sealed at the station. No photo, no file.',
    label: 'Recovery code',
    typed: 'Type it back from the paper',
    typedHint: 'Spaces and dashes may be left out; capitals or not',
    wrong: 'Not the same as the recovery code; compare it group by group',
    partly: '{{good}} of {{all}} groups agree',
  },
  backup: {
    lead: 'Choose a folder for the daily backup, best on another disk or stick. Backups are encrypted.',
    choose: 'Choose a folder',
    chosen: 'Backups go to: {{label}}',
    later: 'Not now',
    warning: 'Without a backup a broken disk loses everything. It can be chosen later in the settings.',
    finish: 'Finish',
  },
  done: {
    lead: '{{office}} is set up.',
    next: 'Next: an account for everybody at the desk; each person types their own password.',
    people: 'Add people',
    look: 'Look at the settings first',
  },
  required: 'Please fill this in',
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    wizard: typeof zh;
  }
}
