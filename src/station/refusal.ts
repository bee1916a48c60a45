// Everything the station tool itself refuses, in words; what a bundle is refused for has its codes in the format.
import { textOf, type Code, type ExitClass } from '#bundle-format';
import type { Exit } from '#terminal/exits.ts';
import { keyWords } from '#station/keys/key-words.ts';
import { recoverWords } from '#station/recovering/recover-words.ts';
import { rescueWords } from '#station/rescuing/rescue-words.ts';
import { sendingWords } from '#station/sending/words.ts';

interface WordEntry {
  readonly exit: Exit;
  readonly zh: string;
  readonly en: string;
}

const words = {
  ...keyWords,
  ...recoverWords,
  ...rescueWords,
  ...sendingWords,
  usage: { exit: 'usage', zh: '命令写法不对', en: 'The command is not written as it should be' },
  'not-set-up': {
    exit: 'input',
    zh: '此文件夹中没有派出所密钥：新设请执行 keygen，密钥文件丢失请执行 recover',
    en: 'This folder holds no station keys: run keygen for a new station, recover where the key file was lost',
  },
  'station-exists': {
    exit: 'input',
    zh: '此文件夹不是空的，不会覆盖任何密钥',
    en: 'This folder is not empty; no key is ever overwritten',
  },
  'weak-passphrase': {
    exit: 'input',
    zh: '口令太弱：至少 10 个字符，不能全是数字',
    en: 'The passphrase is too weak: at least 10 characters, not digits alone',
  },
  'passphrase-missing': {
    exit: 'key',
    zh: '没有口令：请设 STATION_PASSPHRASE，或在终端中输入',
    en: 'No passphrase: set STATION_PASSPHRASE, or type it at a terminal',
  },
  'passphrases-differ': {
    exit: 'input',
    zh: '两次输入的口令不同',
    en: 'The two passphrases differ',
  },
  'wrong-passphrase': { exit: 'key', zh: '口令不对', en: 'The passphrase is wrong' },
  'key-file-missing': {
    exit: 'key',
    zh: '找不到密钥文件，请取来并指明位置（--root、--escrow）',
    en: 'The key file is not here; fetch it and name its place (--root, --escrow)',
  },
  'key-file-damaged': { exit: 'forged', zh: '密钥文件已损坏', en: 'A key file is damaged' },
  'root-differs': {
    exit: 'key',
    zh: '这不是本所的根密钥',
    en: 'This is not the root key of this station',
  },
  'escrow-differs': {
    exit: 'key',
    zh: '这不是本所的备用密钥',
    en: 'This is not the escrow key of this station',
  },
  'keys-older': {
    exit: 'key',
    zh: '本机密钥文件早于最新的密钥单：请放回更换密钥之后的 station.key.age',
    en: 'The key file here is older than the newest keyset; put back the station.key.age of after the rotation',
  },
  'keyset-damaged': {
    exit: 'forged',
    zh: '本机的密钥单缺失或被改动',
    en: 'A keyset kept here is missing or was changed',
  },
  'store-damaged': {
    exit: 'forged',
    zh: '派出所数据库已损坏或密钥不符，未做任何改动',
    en: 'The station store is damaged or its key does not fit; nothing was changed',
  },
  'store-unreachable': {
    exit: 'io',
    zh: '连接不上数据库服务器，或连接中断：请查看 PostgreSQL 是否在运行',
    en: 'The database server cannot be reached, or the connection broke; see whether PostgreSQL is running',
  },
  'store-forbidden': {
    exit: 'key',
    zh: '数据库拒绝此账号，或此账号没有所需权限',
    en: 'The database refuses this account, or the account lacks a right that is needed',
  },
  'store-unfit': {
    exit: 'input',
    zh: '数据库不存在，或不是本软件的数据库',
    en: 'There is no such database, or it is not one of this software',
  },
  'store-taken': {
    exit: 'input',
    zh: '此数据库已属于另一派出所，请另建一个',
    en: 'This database belongs to another station already; make one of its own',
  },
  'store-unsafe': {
    exit: 'io',
    zh: '数据库的设置不保证落盘，回执不能作数，未接收任何内容',
    en: 'The database is set not to wait for its disk; no receipt could be true, and nothing was received',
  },
  'newer-version': {
    exit: 'input',
    zh: '数据由较新版本写入，请升级本软件',
    en: 'The data was written by a newer version; upgrade this software',
  },
  'digits-differ': {
    exit: 'forged',
    zh: '数字不一致：停止，并电话核实',
    en: 'The digits differ: stop, and telephone',
  },
  'digits-missing': {
    exit: 'usage',
    zh: '请用 --digits 输入社区警务室屏幕上的 8 组数字',
    en: "Give the 8 groups of digits on the office's screen with --digits",
  },
  'enrolment-behind': {
    exit: 'input',
    zh: '登记的纪元早于已收数据：社区警务室须以新的纪元登记',
    en: 'The enrolment begins before what was already received; the office must enrol with a new epoch',
  },
  'enrolment-conflict': {
    exit: 'input',
    zh: '该密钥已登记给别处，或已停用',
    en: 'This key is already enrolled elsewhere, or was closed',
  },
  'enrolment-elsewhere': {
    exit: 'input',
    zh: '单位编码不属于本所',
    en: 'The office code does not belong to this station',
  },
  'nothing-found': {
    exit: 'input',
    zh: '没有找到任何包文件',
    en: 'No bundle file was found',
  },
  stopped: {
    exit: 'input',
    zh: '已停下；其余文件还在盘上，再接收一次即可',
    en: 'Stopped; the other files are still on the stick, receive again',
  },
  'unknown-office': { exit: 'input', zh: '没有登记过这个单位', en: 'No such office is enrolled' },
  'unknown-record': { exit: 'input', zh: '没有收到过这个编号', en: 'No record of this number was received' },
  'record-gone': {
    exit: 'input',
    zh: '该登记已撤回、删除或封存',
    en: 'The record was withdrawn, removed or sealed',
  },
  'not-provisional': {
    exit: 'input',
    zh: '该登记已答复过，不再待审',
    en: 'The entry was answered and waits no longer',
  },
  'needs-no-answer': {
    exit: 'input',
    zh: '人身安全保护令即时执行，不需审批',
    en: 'A court order runs at once and needs no approval',
  },
  'too-late': {
    exit: 'input',
    zh: '已超过 14 天，登记自动撤销',
    en: 'Over 14 days: the entry removes itself',
  },
  'other-revision': {
    exit: 'input',
    zh: '登记已改动，请重新查看后再答复',
    en: 'The entry was changed; look at it again before answering',
  },
  'already-answered': {
    exit: 'input',
    zh: '已有答复，待带回；答复不能更改',
    en: 'It was answered already and waits to be carried; an answer is never another one',
  },
  'other-list': {
    exit: 'input',
    zh: '登记所依据的法定清单与本机不同，双方须用同一版本',
    en: 'The entry was made under another closed list; both sides need the same version',
  },
  'was-minor': {
    exit: 'input',
    zh: '文书日期当日未满十八周岁，不得登记',
    en: 'Under eighteen on the day of the document: this may not be entered',
  },
  'beyond-cap': { exit: 'input', zh: '期限超过法定上限', en: 'The term is beyond what the law allows' },
  'term-over': { exit: 'input', zh: '期限已满', en: 'The term is over' },
  'breaks-rules': { exit: 'input', zh: '登记不合规则', en: 'The entry breaks a rule' },
  'second-missing': {
    exit: 'input',
    zh: '须两名审批人：请用 --second 写明第二人',
    en: 'Two reviewers are needed; name the other with --second',
  },
  'second-same': {
    exit: 'input',
    zh: '两名审批人须为不同的人',
    en: 'The two reviewers must be different people',
  },
  'second-unasked': { exit: 'usage', zh: '该类只需一名审批人', en: 'This kind takes one reviewer' },
  'sealed-differs': {
    exit: 'forged',
    zh: '封存内容与其摘要不符',
    en: 'What was sealed does not match its hash',
  },
  busy: {
    exit: 'busy',
    zh: '另一个接收程序正在使用此文件夹',
    en: 'Another station tool is using this folder',
  },
  'disk-full': { exit: 'io', zh: '磁盘空间不足', en: 'The disk is full' },
  'read-only': {
    exit: 'io',
    zh: '无法写入（只读或无权限）',
    en: 'Cannot write (read-only or not permitted)',
  },
  io: { exit: 'io', zh: '读写出错', en: 'Reading or writing failed' },
} as const satisfies Record<string, WordEntry>;

export type StationWord = keyof typeof words;

/** Stops a verb; carries what people and scripts are told. `detail` is technical English without personal data. */
export class StationRefusal extends Error {
  readonly word: string;
  /** Code of the format, such as E305, where the format refused. */
  readonly check: Code | null;
  readonly exit: Exit;
  readonly zh: string;
  readonly en: string;
  readonly detail: string;

  constructor(
    facts: Pick<StationRefusal, 'word' | 'exit' | 'zh' | 'en' | 'detail'> & { readonly check?: Code },
  ) {
    super(`${facts.word}: ${facts.detail}`);
    this.name = 'StationRefusal';
    this.word = facts.word;
    this.check = facts.check ?? null;
    this.exit = facts.exit;
    this.zh = facts.zh;
    this.en = facts.en;
    this.detail = facts.detail;
  }
}

export function textOfWord(word: StationWord): { readonly zh: string; readonly en: string } {
  return words[word];
}

export function refuse(word: StationWord, detail = ''): never {
  throw new StationRefusal({ word, ...words[word], detail });
}

/** Passes a refusal of the format on as the outcome of a verb. */
export function refuseAs(refusal: { code: Code; word: string; exit: ExitClass; detail: string }): never {
  const { code, word, exit, detail } = refusal;
  throw new StationRefusal({ word, check: code, exit, ...textOf(code), detail });
}

const byErrno: Readonly<Record<string, StationWord>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  SQLITE_FULL: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  SQLITE_READONLY: 'read-only',
  SQLITE_NOTADB: 'store-damaged',
  SQLITE_CORRUPT: 'store-damaged',
  SQLITE_CORRUPT_VTAB: 'store-damaged',
};

/** The refusal behind a failure of the disk or of SQLite; anything else is a defect and is handed back as it is. */
export function asRefusal(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof StationRefusal || !('code' in error)) return error;
  const code = String(error.code);
  const word = byErrno[code] ?? (/^(E[A-Z0-9]+|SQLITE_(IOERR|CANTOPEN).*)$/.test(code) ? 'io' : null);
  if (word === null) return error;
  return new StationRefusal({ word, ...words[word], detail: code });
}
