/** The verbs and their options. */
import { parseArgs } from 'node:util';

export interface VerbUsage {
  readonly form: string;
  readonly zh: string;
  readonly en: string;
  /** Options that have to be given. */
  readonly needs: readonly OptionName[];
  readonly takes: readonly (OptionName | 'dry')[];
}

const options = {
  data: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  login: { type: 'string' },
  code: { type: 'string' },
  name: { type: 'string' },
  station: { type: 'string' },
  admin: { type: 'string' },
  language: { type: 'string' },
  card: { type: 'string' },
  digits: { type: 'string' },
  out: { type: 'string' },
  to: { type: 'string' },
  from: { type: 'string' },
  rows: { type: 'string' },
  visitors: { type: 'string' },
  seed: { type: 'string' },
  file: { type: 'string' },
  sheet: { type: 'string' },
  base: { type: 'string' },
  last: { type: 'string' },
  errors: { type: 'string' },
  confirm: { type: 'string' },
  dry: { type: 'boolean' },
} as const;

export type OptionName = Exclude<keyof typeof options, 'json' | 'help' | 'dry'>;
export type Options = { readonly [name in OptionName]?: string } & { readonly dry?: boolean };

export const usages = {
  init: {
    form: 'init --data DIR --code 519901-07 --name 胜利社区警务室 --station 青禾镇派出所 --admin 姓名 --login admin [--language zh|en]',
    zh: '新建警务室，并给出恢复码（请抄写在纸上）',
    en: 'set up an office and give its recovery code (write it on paper)',
    needs: ['data', 'code', 'name', 'station', 'admin', 'login'],
    takes: ['language'],
  },
  recover: {
    form: 'recover --data DIR --login NAME',
    zh: '用恢复码（LAMPLIGHT_RECOVERY）为账号设新口令（LAMPLIGHT_PASSWORD）',
    en: 'give an account a new password with the recovery code',
    needs: ['data', 'login'],
    takes: [],
  },
  seed: {
    form: 'seed --data DIR [--rows 30000] [--visitors 300] [--seed 7]',
    zh: '填入演示数据（只限演示编码的警务室）：rows 为实有人口数，0 则只有来访；演示账号用同一口令',
    en: 'fill a practice office with so many synthetic residents (0: visitors only); its accounts get the same password',
    needs: ['data'],
    takes: ['rows', 'visitors', 'seed', 'login'],
  },
  import: {
    form: 'import --data DIR --file FILE [--sheet NAME] [--base ADDRESS_ID] [--errors OUT.xlsx] [--dry]',
    zh: '导入社区的人口表：列按表头识别，全部写入或全部不写；base 为没有写明小区的门牌所在的地址（--dry 只核对）',
    en: "import a community's sheet, whole or not at all; base is where doors without a place belong (--dry only checks)",
    needs: ['data', 'file'],
    takes: ['sheet', 'base', 'errors', 'login', 'dry'],
  },
  enrol: {
    form: 'enrol --data DIR --card FILE --digits "12345 …" --out DIR',
    zh: '核对数字后认定派出所，并写出本室的登记文件',
    en: "pin the station once its digits agree, and write this office's enrolment file",
    needs: ['data', 'card', 'digits', 'out'],
    takes: ['login'],
  },
  export: {
    form: 'export --data DIR --to STICK',
    zh: '封存本周数据包，写入U盘文件夹并回读',
    en: "seal the week's bundle, write it onto the stick folder and read it back",
    needs: ['data', 'to'],
    takes: ['login'],
  },
  rescue: {
    form: 'rescue --data DIR --from STICK [--last 10412]',
    zh: '旧电脑没了：新设并登记过的警务室取回派出所所存的数据；last 为所知最后一条日志号',
    en: 'the old PC is gone: a new, enrolled office takes back what the station holds; last is the last line anybody knows of',
    needs: ['data', 'from'],
    takes: ['last', 'login'],
  },
  snapshot: {
    form: 'snapshot --data DIR',
    zh: '封装全量核对件（每月自动一次），下次导出时带走',
    en: 'seal a snapshot of all records (once a month by itself); the next export carries it',
    needs: ['data'],
    takes: ['login'],
  },
  receipts: {
    form: 'receipts --data DIR --from STICK',
    zh: '读取派出所回执',
    en: "read the station's receipts",
    needs: ['data', 'from'],
    takes: ['login'],
  },
  backup: {
    form: 'backup --data DIR --to DIR',
    zh: '做一份经过核对的加密备份',
    en: 'make an encrypted backup and verify it',
    needs: ['data', 'to'],
    takes: ['login'],
  },
  backups: {
    form: 'backups --data DIR [--from DIR]',
    zh: '列出找得到的备份（from 为另一个存放备份的文件夹）',
    en: 'list the backups that are found (from: another folder of backups)',
    needs: ['data'],
    takes: ['from'],
  },
  restore: {
    form: 'restore --data DIR --from BACKUP [--login NAME] [--confirm OFFICE_CODE]',
    zh: '核对备份并列出差别；加上 confirm 才用它替换现有数据，原有数据整体保留（账号口令或恢复码 LAMPLIGHT_RECOVERY）',
    en: 'prove a backup and show how it differs; with confirm it takes the place of what stands there, which is kept whole',
    needs: ['data', 'from'],
    takes: ['login', 'confirm'],
  },
  retention: {
    form: 'retention --data DIR [--dry]',
    zh: '抹去保存期已满的内容并整理数据文件（--dry 只列出，不删除）',
    en: 'delete what has come to the end of its retention and write the file anew (--dry only counts)',
    needs: ['data'],
    takes: ['login', 'dry'],
  },
  verify: {
    form: 'verify --data DIR',
    zh: '核对数据文件、日志链和每一条记录',
    en: 'check the file, the chain of the journal and every record',
    needs: ['data'],
    takes: ['login'],
  },
  stats: {
    form: 'stats --data DIR',
    zh: '各台账条数和上报情况',
    en: 'what each ledger holds and how the weekly bundle stands',
    needs: ['data'],
    takes: ['login'],
  },
} as const satisfies Record<string, VerbUsage>;

export type Verb = keyof typeof usages;

export interface Request {
  readonly verb: Verb;
  readonly options: Options;
}

/** A line for the person who wrote the command wrongly. */
export class UsageError extends Error {}

/** Null where only help was asked for. Throws UsageError for anything not understood to the letter. */
export function parseRequest(argv: readonly string[]): Request | null {
  const [word = '', ...rest] = argv;
  if (word === '' || word === 'help' || word === '--help' || word === '-h') return null;
  if (!isVerb(word)) throw new UsageError('unknown verb');
  const { json, help, ...given } = parse(rest);
  if (help === true) return null;
  const { needs, takes }: VerbUsage = usages[word];
  for (const name of needs) if (given[name] === undefined) throw new UsageError(`${word} needs --${name}`);
  for (const name of Object.keys(given)) {
    if (![...needs, ...takes].some((known) => known === name))
      throw new UsageError(`${word} has no --${name}`);
  }
  return { verb: word, options: given };
}

export function usageText(): string {
  const lines = Object.values(usages).map(
    ({ form, zh, en }) => `  npm run office -- ${form} [--json]\n      ${zh} · ${en}\n`,
  );
  return `用法 · usage:\n${lines.join('')}口令取自 LAMPLIGHT_PASSWORD、LAMPLIGHT_RECOVERY 或终端输入 · secrets come from the environment or the terminal\n`;
}

function isVerb(word: string): word is Verb {
  return Object.hasOwn(usages, word);
}

/** A value given without its option: it may be anybody's, so it is not repeated. */
function isStray(error: unknown): boolean {
  return (
    error instanceof TypeError && 'code' in error && error.code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL'
  );
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    if (isStray(error)) throw new UsageError('a word belongs to no option');
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
