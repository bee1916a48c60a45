// The verbs, their options and their usage. A passphrase is never an argument: arguments are seen by every process.
import { parseArgs } from 'node:util';
import { refuse } from './refusal.ts';

const usages = {
  keygen: {
    form: 'keygen --home DIR --code 519901 --name 青禾镇派出所 [--json]',
    zh: '新建派出所密钥和空的数据库',
    en: 'make the station keys and an empty store',
  },
  card: {
    form: 'card --home DIR --out DIR [--json]',
    zh: '写出本所的密钥单，并显示供电话核对的数字',
    en: "write the station's keyset and show the digits to compare",
  },
  enrol: {
    form: 'enrol FILE --home DIR --digits "12345 …" --out DIR [--office-name 名称] [--root FILE] [--json]',
    zh: '核对数字后登记一个社区警务室，写出新的密钥单',
    en: 'enrol an office once its digits agree, and write the new keyset',
  },
  verify: {
    form: 'verify FILE… --home DIR [--json]',
    zh: '逐项检查包文件，不写入任何内容',
    en: 'check bundle files to the last byte; writes nothing',
  },
  receive: {
    form: 'receive --home DIR --from DIR [--to DIR] [--json]',
    zh: '从U盘接收，并把回执写到U盘',
    en: 'receive from a stick and write the receipts onto it',
  },
  report: {
    form: 'report --home DIR [--office 519901-07] [--since YYYY-MM-DD] [--json]',
    zh: '各单位收到哪里、缺什么、几天未交',
    en: 'what stands of each office, what is missing, who is silent',
  },
  offices: {
    form: 'offices --home DIR [--json]',
    zh: '已登记的单位和密钥',
    en: 'enrolled offices and their keys',
  },
} as const;

export type Verb = keyof typeof usages;

const options = {
  home: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  code: { type: 'string' },
  name: { type: 'string' },
  out: { type: 'string' },
  digits: { type: 'string' },
  'office-name': { type: 'string' },
  root: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  office: { type: 'string' },
  since: { type: 'string' },
} as const;

type OptionName = Exclude<keyof typeof options, 'json' | 'help'>;

const allowed: Readonly<Record<Verb, readonly OptionName[]>> = {
  keygen: ['home', 'code', 'name'],
  card: ['home', 'out'],
  enrol: ['home', 'digits', 'out', 'office-name', 'root'],
  verify: ['home'],
  receive: ['home', 'from', 'to'],
  report: ['home', 'office', 'since'],
  offices: ['home'],
};

export interface Request {
  readonly verb: Verb;
  readonly files: readonly string[];
  /** The value of an option, or null. */
  readonly option: (name: OptionName) => string | null;
  /** Refuses with `usage` where the option was not given. */
  readonly need: (name: OptionName) => string;
}

/** null where only help was asked for. Refuses with `usage` anything that is not understood to the letter. */
export function parseRequest(argv: readonly string[]): Request | null {
  const [word = '', ...rest] = argv;
  if (word === '' || word === 'help' || word === '--help' || word === '-h') return null;
  if (!isVerb(word)) refuse('usage', `unknown verb ${word}`);
  const { values, positionals } = parse(rest);
  if (values.help === true) return null;
  const foreign = Object.keys(values).find(
    (name) => name !== 'json' && !allowed[word].some((own) => own === name),
  );
  if (foreign !== undefined) refuse('usage', `${word} has no --${foreign}`);
  checkFiles(word, positionals);
  const option = (name: OptionName): string | null => values[name] ?? null;
  return {
    verb: word,
    files: positionals,
    option,
    need: (name) => option(name) ?? refuse('usage', `${word} needs --${name}`),
  };
}

function isVerb(word: string): word is Verb {
  return Object.hasOwn(usages, word);
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  } catch (error) {
    refuse('usage', error instanceof Error ? error.message : String(error));
  }
}

function checkFiles(verb: Verb, files: readonly string[]): void {
  if (verb === 'verify' ? files.length > 0 : files.length === (verb === 'enrol' ? 1 : 0)) return;
  if (verb === 'verify' || verb === 'enrol') refuse('usage', `${verb} needs a file`);
  refuse('usage', `${verb} takes no file`);
}

/** Of one verb, or of all where it is none of them. */
export function usageText(word: string): string {
  const verbs = (Object.keys(usages) as Verb[]).filter((verb) => !isVerb(word) || verb === word);
  const lines = verbs.map((verb) => {
    const { form, zh, en } = usages[verb];
    return `  npm run station -- ${form}\n      ${zh} · ${en}\n`;
  });
  return `用法 · usage:\n${lines.join('')}口令取自 STATION_PASSPHRASE 或终端输入 · passphrase from STATION_PASSPHRASE or the terminal\n`;
}
