/** Words of the lock screen. It names the office and the shift, never a citizen and never a count. */
import type { LockReason } from '#shared/pipe.ts';
import type { Words } from '#renderer/ui/words.ts';

const reason = {
  start: '请登录。',
  asked: '已锁定。草稿已保存。',
  idle: '长时间没有操作，已锁定。草稿已保存。',
  screen: '电脑已锁屏，警务室随之锁定。草稿已保存。',
  suspend: '电脑已休眠，警务室随之锁定。草稿已保存。',
  handover: '已交接班。请接班人登录。',
  crash: '程序意外中断，已重新启动。已保存的数据没有丢失。',
  restored: '已从备份恢复。请登录。',
} as const satisfies Record<LockReason, string>;

export const zh = {
  reason,
  nameless: '警务室',
  form: '登录',
  shift: '本班人员',
  password: '口令',
  unlock: '解锁',
  unlocking: '正在解锁',
  // True of every sign-in: that it is the first after an update, the office knows only once it has the store open.
  slow: '正在打开并核对台账。程序更新后的第一次登录要整理一遍，记录很多时需一两分钟。已保存的数据不受影响，请不要关机。',
  wrong: '账号或口令不对。请看一下大写锁定和输入法',
  wait: '连续输错，请等 {{seconds}} 秒再试。',
  forgot: '忘记口令',
  carry: {
    copy: '把第{{week}}周写入 U 盘 {{serial}}',
    working: '正在写入并回读，请不要拔出',
    done: '第{{week}}周已写入并回读。可以拔出',
  },
  back: '返回登录',
  recover: {
    title: '用恢复码换新口令',
    hint: '恢复码在首次设置时抄在纸上，由管理员保管。',
    code: '恢复码',
    codeHint: '9 组，每组 4 位；空格和横线可以不输',
    next: '新口令',
    save: '换新口令并解锁',
    wrong: '恢复码不对，请对照纸面逐组再看一遍',
  },
  required: { login: '请输入登录账号', password: '请输入口令', code: '请输入恢复码' },
} as const;

export const en: Words<typeof zh> = {
  reason: {
    start: 'Please sign in.',
    asked: 'Locked. Drafts are kept.',
    idle: 'Nobody was here for a while; locked. Drafts are kept.',
    screen: 'The PC was locked, and the office with it. Drafts are kept.',
    suspend: 'The PC went to sleep, and the office locked. Drafts are kept.',
    handover: 'Shift handed over. The next person signs in.',
    crash: 'The program stopped and has started again. Nothing saved was lost.',
    restored: 'Restored from a backup. Please sign in.',
  },
  nameless: 'Police office',
  form: 'Sign in',
  shift: 'This shift',
  password: 'Password',
  unlock: 'Unlock',
  unlocking: 'Unlocking',
  slow: 'Opening and checking the ledgers. The first sign-in after an update puts them in order, a minute or two with very many records. What is saved is not affected; leave the PC on.',
  wrong: 'Wrong sign-in name or password. Check caps lock and the input method',
  wait: 'Too many wrong attempts; wait {{seconds}} s.',
  forgot: 'Forgot the password',
  carry: {
    copy: 'Write week {{week}} to stick {{serial}}',
    working: 'Writing and reading back; leave the stick in',
    done: 'Week {{week}} is written and read back. Safe to unplug',
  },
  back: 'Back to sign-in',
  recover: {
    title: 'New password with the recovery code',
    hint: 'The recovery code was put on paper at the first set-up and is kept by the administrator.',
    code: 'Recovery code',
    codeHint: '9 groups of 4; spaces and dashes may be left out',
    next: 'New password',
    save: 'Change and unlock',
    wrong: 'The recovery code is not right; compare it group by group',
  },
  required: { login: 'Type the sign-in name', password: 'Type the password', code: 'Type the recovery code' },
};

declare module 'i18next' {
  interface ResourceNamespaceMap {
    lock: typeof zh;
  }
}
