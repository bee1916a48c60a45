/** Words for every failure (what happened, are the data safe, what to do), for roles and for reasons of looking. */
import type { FailureCode, SheetRule, StickFault } from '#shared/kernel/failure.ts';
import type { Role } from '#shared/kernel/role.ts';
import type { LedgerName } from '#shared/ledgers/names.ts';
import type { RevealReason } from '#shared/ledgers/reveal.ts';
import type { Words } from '#renderer/ui/words.ts';

interface FailureText {
  readonly what: string;
  readonly safe: string;
  readonly todo: string;
}

/** Ledgers as every screen names them. */
const ledgers = {
  office: '警务室',
  staff: '人员',
  visitors: '来访',
  grids: '警格网格',
  addresses: '地址',
  dwellings: '房屋',
  households: '户',
  residents: '人口',
  home_visits: '走访',
  units: '单位',
  unit_checks: '单位检查',
  disputes: '矛盾纠纷',
  dispute_parties: '纠纷当事人',
  dispute_sessions: '纠纷调解',
  dispute_agreements: '纠纷协议',
  dispute_levels: '纠纷层级',
  dispute_referrals: '纠纷转交',
  dispute_follow_ups: '纠纷回访',
  statutory_matters: '依法登记',
  statutory_duties: '法定义务',
  care_consents: '关爱服务',
  rights_requests: '权利请求',
  sealed_records: '封存记录',
  orders: '派单',
  notices: '通知阅知',
} as const satisfies Record<LedgerName, string>;

const failures = {
  invalid: {
    what: '有的内容不符合要求，没有保存。',
    safe: '已填的内容都还在。',
    todo: '按提示改好后再保存。',
  },
  forbidden: {
    what: '您的岗位不能做这件事。',
    safe: '没有改动任何数据；此次尝试已记录。',
    todo: '需要时请社区民警或管理员办理。',
  },
  locked: { what: '已经锁定。', safe: '草稿已保存。', todo: '请重新登录后继续。' },
  stale: {
    what: '这条记录刚被别人改过，没有保存。',
    safe: '对方的改动和您填的内容都还在。',
    todo: '先看最新内容，再决定是否保存。',
  },
  missing: { what: '找不到这条记录。', safe: '没有改动任何数据。', todo: '它可能已被作废。请回到列表刷新。' },
  'reason-needed': { what: '需要先写明原因。', safe: '没有改动任何数据。', todo: '请选择或填写原因后再试。' },
  'explain-needed': {
    what: '一小时内查看的记录较多，请说明用途。',
    safe: '没有打开记录，数据没有改动。',
    todo: '写明用途后再试；安全审计员会看到这条说明。',
  },
  'too-late': {
    what: '已经不能撤销。',
    safe: '现有内容没有改动。',
    todo: '时间已过，或之后又有改动。请打开记录直接修改。',
  },
  'wrong-password': {
    what: '账号或口令不对。',
    safe: '数据没有改动。',
    todo: '看一下大写锁定和输入法，再输一次。忘记口令可用恢复码。',
  },
  wait: { what: '连续输错次数太多。', safe: '数据没有改动。', todo: '请等倒计时结束后再输。' },
  'wrong-recovery-code': {
    what: '恢复码不对。',
    safe: '数据没有改动。',
    todo: '请对照纸上的恢复码逐组再看一遍。',
  },
  'weak-password': {
    what: '这个口令太容易被猜到。',
    safe: '口令没有改动。',
    todo: '请换一个更长的口令，例如四个不相干的词。',
  },
  'not-set-up': { what: '这台电脑还没有建立警务室。', safe: '没有数据。', todo: '请先完成首次设置。' },
  'already-set-up': { what: '警务室已经建立。', safe: '现有数据没有改动。', todo: '请直接登录。' },
  'data-damaged': {
    what: '数据文件检查未通过，已停止写入。',
    safe: '现有文件没有改动。',
    todo: '请不要再次尝试写入。用最近一次备份恢复，或联系管理员。',
  },
  'newer-version': {
    what: '数据是更新版本的常亮写的，这个版本打不开。',
    safe: '数据没有改动。',
    todo: '请安装新版本后再打开。',
  },
  busy: {
    what: '另一个常亮正在使用这份数据。',
    safe: '数据没有改动。',
    todo: '请关掉另一个窗口或程序，然后重试。',
  },
  'at-work': {
    what: '正在写入一批数据，暂时不能保存别的内容。',
    safe: '原有数据没有改动，填写的内容还在屏幕上。',
    todo: '请等写入完成后再点保存。',
  },
  'disk-full': {
    what: '未能保存：磁盘空间不足。',
    safe: '原有数据没有改动，填写的内容还在屏幕上。',
    todo: '请清理磁盘后再点保存。',
  },
  'read-only': {
    what: '未能保存：数据所在的位置不允许写入。',
    safe: '原有数据没有改动。',
    todo: '请检查磁盘或 U 盘的写保护，或联系管理员。',
  },
  io: {
    what: '读写文件时出错。',
    safe: '原有数据没有改动，没有留下半个文件。',
    todo: '请重新插好 U 盘或检查磁盘，然后重试。',
  },
  stick: {
    what: '未能写入 U 盘。',
    safe: '数据都在本机；盘上没有留下半个文件。',
    todo: '请换一个 U 盘再写一次。',
  },
  cancelled: { what: '已取消。', safe: '没有改动。', todo: '' },
  'not-enrolled': {
    what: '还没有登记上级派出所。',
    safe: '数据没有改动。',
    todo: '请先在“导出上报”里登记派出所的证书。',
  },
  'digits-differ': {
    what: '核对数字与文件不一致，已停止。',
    safe: '没有登记，也没有导出任何数据。',
    todo: '请不要继续。打电话给派出所，确认证书文件和纸面数字。',
  },
  'bundle-refused': {
    what: '这个文件没有通过检查，没有接收。',
    safe: '现有数据没有改动。',
    todo: '请向派出所重新索取文件，并报出下面的代码。',
  },
  'sheet-refused': {
    what: '这个表格文件没有读完。',
    safe: '没有保存任何数据，原文件没有改动。',
    todo: '请在表格软件里另存为 .xlsx 后重试。',
  },
  'no-printer': {
    what: '没有可用的打印机。',
    safe: '数据没有改动。',
    todo: '可以先存为 PDF，稍后再印。',
  },
  unexpected: {
    what: '程序出了没有料到的问题。',
    safe: '已保存的数据没有改动，草稿会保留。',
    todo: '请重试。再次出现时，把下面的编号告诉管理员。',
  },
} as const satisfies Record<FailureCode, FailureText>;

/** A text that makes a person a kind of person: which word it is, whoever typed it knows. */
const labelled = {
  what: '有的文字给人贴了标签，没有保存。',
  todo: '写事，不给人贴标签；依法登记的事项由民警另行办理。',
};

/** What is wrong with a stick, and what helps. */
const sticks = {
  full: { what: 'U 盘空间不足，没有写。', todo: '请清理 U 盘，或换一个上报盘再写一次。' },
  'read-only': {
    what: 'U 盘不允许写入。',
    todo: '请拨开写保护开关；上次没有安全拔出的盘，先在电脑上修复，或换一个。',
  },
  gone: { what: 'U 盘已拔出，没有写完。', todo: '请重新插好，再写一次；不要在写完前拔出。' },
  changed: { what: '插着的已不是刚才那个 U 盘，没有写。', todo: '请看清盘上的编号，再写一次。' },
  dirty: {
    what: 'U 盘上有一个损坏的旧文件，没有覆盖它。',
    todo: '请换一个上报盘；这个盘请派出所检查后再用。',
  },
  differs: { what: '回读的内容与写入的不同，没有算作写完。', todo: '这个 U 盘可能已坏，请换一个再写一次。' },
  faulty: { what: 'U 盘读写出错。', todo: '请换一个 USB 口重插再试；再出错就换一个 U 盘。' },
} as const satisfies Record<StickFault, Omit<FailureText, 'safe'>>;

/** What is wrong with a table file, and what helps. */
const sheets = {
  'not-a-table': {
    what: '这个文件不是表格。',
    todo: '请选择 .xlsx、.xls、.ods 或 .csv 文件；其他格式请先在表格软件里另存为 .xlsx。',
  },
  encrypted: {
    what: '这个表格设了打开密码，读不了。',
    todo: '请在表格软件里取消密码，另存一份后重试。',
  },
  'too-big': {
    what: '这个表格太大，没有读完。',
    todo: '请另存为 .xlsx，或拆成几个文件分别导入。',
  },
  'no-such-sheet': {
    what: '文件里没有这个工作表。',
    todo: '文件可能刚被改过。请重新选择文件和工作表。',
  },
  damaged: {
    what: '这个表格文件不完整或已损坏。',
    todo: '请用表格软件打开检查，另存为 .xlsx，或重新拷贝一份。',
  },
} as const satisfies Record<SheetRule, Omit<FailureText, 'safe'>>;

const reveal = {
  identity: '核对身份',
  paper: '制作文书',
  inspection: '上级检查',
  'own-request': '群众本人查询',
  'call-back': '回访联系',
  other: '其他',
} as const satisfies Record<RevealReason, string>;

const roles = {
  auxiliary: '辅警',
  officer: '社区民警',
  administrator: '管理员',
  auditor: '审计员',
} as const satisfies Record<Role, string>;

const password = {
  rule: '至少 {{least}} 个字符，可以用几个不相干的词；不能只用数字。',
  short: '太短：至少 {{least}} 个字符',
  digits: '不能只有数字，请加上字母或汉字',
  known: '太容易被猜到：不要用警务室名称、账号或常见词',
  repeats: '重复的字符太多',
} as const;

const login = {
  label: '登录账号',
  hint: '2–20 个小写字母或数字，例如姓名首字母或警号',
  wrong: '只能用小写字母和数字，2–20 个',
} as const;

export const zh = { ledgers, failures, labelled, sheets, sticks, reveal, roles, password, login } as const;

export const en: Words<typeof zh> = {
  ledgers: {
    office: 'Office',
    staff: 'People',
    visitors: 'Visitors',
    grids: 'Grids',
    addresses: 'Addresses',
    dwellings: 'Dwellings',
    households: 'Households',
    residents: 'Residents',
    home_visits: 'Home visits',
    units: 'Units',
    unit_checks: 'Unit checks',
    disputes: 'Disputes',
    dispute_parties: 'Parties of disputes',
    dispute_sessions: 'Mediation sessions',
    dispute_agreements: 'Agreements',
    dispute_levels: 'Levels of disputes',
    dispute_referrals: 'Referrals of disputes',
    dispute_follow_ups: 'Follow-ups of disputes',
    statutory_matters: 'Statutory matters',
    statutory_duties: 'Statutory duties',
    care_consents: 'Care by consent',
    rights_requests: 'Requests of persons',
    sealed_records: 'Sealed records',
    orders: 'Orders',
    notices: 'Notices',
  },
  failures: {
    invalid: {
      what: 'Something was not accepted; nothing was saved.',
      safe: 'Everything you typed is still here.',
      todo: 'Change the marked fields and save again.',
    },
    forbidden: {
      what: 'Your role may not do this.',
      safe: 'Nothing was changed; the attempt is in the journal.',
      todo: 'Ask a community officer or the administrator.',
    },
    locked: { what: 'The office is locked.', safe: 'Drafts are kept.', todo: 'Sign in again to go on.' },
    stale: {
      what: 'Somebody else changed this record first; nothing was saved.',
      safe: 'Their change and your text are both still here.',
      todo: 'Look at what stands now, then decide.',
    },
    missing: {
      what: 'This record is not there.',
      safe: 'Nothing was changed.',
      todo: 'It may have been taken out. Go back to the list and refresh.',
    },
    'reason-needed': {
      what: 'A reason is needed first.',
      safe: 'Nothing was changed.',
      todo: 'Choose or write a reason and try again.',
    },
    'explain-needed': {
      what: 'Many records were opened within the hour: say what for.',
      safe: 'The record was not opened and nothing was changed.',
      todo: 'Write what it is for and try again; the auditor reads it.',
    },
    'too-late': {
      what: 'This can no longer be undone.',
      safe: 'Nothing was changed.',
      todo: 'The time is over or another change followed. Open the record and edit it.',
    },
    'wrong-password': {
      what: 'Wrong sign-in name or password.',
      safe: 'Nothing was changed.',
      todo: 'Check caps lock and the input method and try again. If forgotten, use the recovery code.',
    },
    wait: {
      what: 'Too many wrong attempts.',
      safe: 'Nothing was changed.',
      todo: 'Wait until the countdown ends.',
    },
    'wrong-recovery-code': {
      what: 'The recovery code is not right.',
      safe: 'Nothing was changed.',
      todo: 'Compare it with the paper, group by group.',
    },
    'weak-password': {
      what: 'This password is too easy to guess.',
      safe: 'The password was not changed.',
      todo: 'Choose a longer one, such as four unrelated words.',
    },
    'not-set-up': {
      what: 'No office has been set up on this PC.',
      safe: 'There are no data.',
      todo: 'Finish the first set-up.',
    },
    'already-set-up': {
      what: 'The office is already set up.',
      safe: 'Nothing was changed.',
      todo: 'Sign in.',
    },
    'data-damaged': {
      what: 'The data files did not pass their check; writing has stopped.',
      safe: 'The files were not changed.',
      todo: 'Do not try to write again. Restore the last backup or call the administrator.',
    },
    'newer-version': {
      what: 'A newer Lamplight wrote these data; this one cannot open them.',
      safe: 'Nothing was changed.',
      todo: 'Install the newer version.',
    },
    busy: {
      what: 'Another Lamplight is using these data.',
      safe: 'Nothing was changed.',
      todo: 'Close the other window or program, then try again.',
    },
    'at-work': {
      what: 'A long piece of work is being written; nothing else can be saved meanwhile.',
      safe: 'Stored data are unchanged and your text is still on the screen.',
      todo: 'Wait until it ends and save again.',
    },
    'disk-full': {
      what: 'Not saved: the disk is full.',
      safe: 'Stored data are unchanged and your text is still on the screen.',
      todo: 'Free some space and save again.',
    },
    'read-only': {
      what: 'Not saved: this place cannot be written to.',
      safe: 'Stored data are unchanged.',
      todo: 'Check the write protection of the disk or stick, or call the administrator.',
    },
    io: {
      what: 'Reading or writing a file failed.',
      safe: 'Stored data are unchanged and no partial file was left.',
      todo: 'Plug the stick in again or check the disk, then try again.',
    },
    stick: {
      what: 'The stick could not be written.',
      safe: 'All data are on this PC; no partial file was left on the stick.',
      todo: 'Write it again to another stick.',
    },
    cancelled: { what: 'Cancelled.', safe: 'Nothing was changed.', todo: '' },
    'not-enrolled': {
      what: 'The station is not known yet.',
      safe: 'Nothing was changed.',
      todo: "Enrol the station's card under Weekly export first.",
    },
    'digits-differ': {
      what: 'The digits are not those of the file; stopped.',
      safe: 'Nothing was enrolled and nothing was exported.',
      todo: 'Do not go on. Telephone the station and compare file and paper.',
    },
    'bundle-refused': {
      what: 'This file did not pass its checks and was not taken in.',
      safe: 'Stored data are unchanged.',
      todo: 'Ask the station for the file again and tell them the code below.',
    },
    'sheet-refused': {
      what: 'This table file was not read to its end.',
      safe: 'Nothing was saved; the file itself is unchanged.',
      todo: 'Save it as .xlsx in the spreadsheet program and try again.',
    },
    'no-printer': {
      what: 'No printer can be used.',
      safe: 'Nothing was changed.',
      todo: 'Save a PDF and print it later.',
    },
    unexpected: {
      what: 'Something went wrong that should not have.',
      safe: 'What was saved is unchanged; drafts are kept.',
      todo: 'Try again. If it comes back, give the reference below to the administrator.',
    },
  },
  labelled: {
    what: 'A text labels people; nothing was saved.',
    todo: "Write what happened, not what kind of person; what the law registers is an officer's to enter elsewhere.",
  },
  sheets: {
    'not-a-table': {
      what: 'This file is not a table.',
      todo: 'Choose an .xlsx, .xls, .ods or .csv file; save others as .xlsx in the spreadsheet program first.',
    },
    encrypted: {
      what: 'This table has a password for opening and cannot be read.',
      todo: 'Take the password off in the spreadsheet program, save a copy and try again.',
    },
    'too-big': {
      what: 'This table is too big; it was not read to its end.',
      todo: 'Save it as .xlsx, or split it into several files and import them one by one.',
    },
    'no-such-sheet': {
      what: 'The file has no such sheet.',
      todo: 'The file may just have been changed. Choose file and sheet again.',
    },
    damaged: {
      what: 'This table file is incomplete or damaged.',
      todo: 'Open it in the spreadsheet program and save it as .xlsx, or copy it anew.',
    },
  },
  sticks: {
    full: {
      what: 'Not written: the stick is too full.',
      todo: 'Free space on it, or take another stick, and write again.',
    },
    'read-only': {
      what: 'This stick cannot be written to.',
      todo: 'Move its write-protect switch. A stick that was not ejected needs to be repaired first; or take another one.',
    },
    gone: {
      what: 'The stick was pulled out before it was written.',
      todo: 'Plug it in and write again; leave it until it may be unplugged.',
    },
    changed: {
      what: 'Not written: another stick is plugged in now.',
      todo: 'Look at the number on the stick and write again.',
    },
    dirty: {
      what: 'An old file on the stick is damaged; it was not overwritten.',
      todo: 'Take another stick, and have the station look at this one.',
    },
    differs: {
      what: 'What was read back differs from what was written.',
      todo: 'The stick may be broken; write again to another one.',
    },
    faulty: {
      what: 'The stick gave an error.',
      todo: 'Try another USB port; if it comes back, take another stick.',
    },
  },
  reveal: {
    identity: 'Check identity',
    paper: 'Make a document',
    inspection: 'Inspection',
    'own-request': "At the person's own request",
    'call-back': 'Call back',
    other: 'Other',
  },
  roles: {
    auxiliary: 'Auxiliary',
    officer: 'Community officer',
    administrator: 'Administrator',
    auditor: 'Auditor',
  },
  password: {
    rule: 'At least {{least}} characters; a few unrelated words do well; not digits alone.',
    short: 'Too short: at least {{least}} characters',
    digits: 'Not digits alone: add letters',
    known: 'Too easy to guess: not the office, the sign-in name or a common word',
    repeats: 'Too many repeated characters',
  },
  login: {
    label: 'Sign-in name',
    hint: '2–20 small letters or digits, such as initials or the badge number',
    wrong: 'Small letters and digits only, 2–20 of them',
  },
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    client: typeof zh;
  }
}
