// The verbs of the tool: how each is written, in words, and what it takes. One entry a verb.

/** A verb takes its options and so many words beside them; `most` null: any number. */
export interface VerbForm {
  readonly form: string;
  readonly zh: string;
  readonly en: string;
  readonly options: readonly OptionName[];
  readonly words?: { readonly least: number; readonly most: number | null; readonly of: string };
}

export const options = {
  home: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  all: { type: 'boolean' },
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
  reviewer: { type: 'string' },
  second: { type: 'string' },
  reason: { type: 'string' },
  revision: { type: 'string' },
  ledger: { type: 'string' },
  serial: { type: 'string' },
} as const;

export type FlagName = 'all';
type OptionName = Exclude<keyof typeof options, 'json' | 'help'>;
export type ValueName = Exclude<OptionName, FlagName>;

const entry = { least: 2, most: 2, of: 'an office and a number' } as const;

export const verbs = {
  keygen: {
    form: 'keygen --home DIR --code 519901 --name 青禾镇派出所 [--json]',
    zh: '新建派出所密钥和空的数据库',
    en: 'make the station keys and an empty store',
    options: ['home', 'code', 'name'],
  },
  card: {
    form: 'card --home DIR --out DIR [--json]',
    zh: '写出本所的密钥单，并显示供电话核对的数字',
    en: "write the station's keyset and show the digits to compare",
    options: ['home', 'out'],
  },
  enrol: {
    form: 'enrol FILE --home DIR --digits "12345 …" --out DIR [--office-name 名称] [--root FILE] [--json]',
    zh: '核对数字后登记一个社区警务室，写出新的密钥单',
    en: 'enrol an office once its digits agree, and write the new keyset',
    options: ['home', 'digits', 'out', 'office-name', 'root'],
    words: { least: 1, most: 1, of: 'a file' },
  },
  verify: {
    form: 'verify FILE… --home DIR [--json]',
    zh: '逐项检查包文件，不写入任何内容',
    en: 'check bundle files to the last byte; writes nothing',
    options: ['home'],
    words: { least: 1, most: null, of: 'a file' },
  },
  receive: {
    form: 'receive --home DIR --from DIR [--to DIR] [--json]',
    zh: '从U盘接收，并把回执写到U盘',
    en: 'receive from a stick and write the receipts onto it',
    options: ['home', 'from', 'to'],
  },
  pending: {
    form: 'pending [OFFICE] --home DIR [--json]',
    zh: '待审的依法登记事项，和须知悉的保护令',
    en: 'entries of statutory matters that wait for an answer, and orders to take note of',
    options: ['home'],
    words: { least: 0, most: 1, of: 'an office' },
  },
  approve: {
    form: 'approve OFFICE NUMBER --home DIR --reviewer NAME [--second NAME] [--revision N] [--json]',
    zh: '同意一项登记，随下一份回执带回',
    en: 'approve an entry; the next receipt carries it',
    options: ['home', 'reviewer', 'second', 'revision'],
    words: entry,
  },
  deny: {
    form: 'deny OFFICE NUMBER --home DIR --reviewer NAME --reason TEXT [--revision N] [--json]',
    zh: '不同意一项登记，写明理由，随下一份回执带回',
    en: 'deny an entry with a reason; the next receipt carries it',
    options: ['home', 'reviewer', 'reason', 'revision'],
    words: entry,
  },
  answer: {
    form: 'answer OFFICE|--all --home DIR --to DIR [--json]',
    zh: '不接收，只把回执写到U盘',
    en: 'write receipts onto a stick without receiving',
    options: ['home', 'to', 'all'],
    words: { least: 0, most: 1, of: 'an office or --all' },
  },
  unseal: {
    form: 'unseal OFFICE NUMBER --home DIR --reviewer NAME --reason TEXT [--ledger statutory_matters] [--json]',
    zh: '打开一份封存记录，写明理由；随回执告知审计员',
    en: "open a sealed record for a written reason; the office's auditor is told with the next receipt",
    options: ['home', 'reviewer', 'reason', 'ledger'],
    words: entry,
  },
  stick: {
    form: 'stick --home DIR --to FOLDER [--serial TEXT] [--json]',
    zh: '把U盘登记为本所的上报盘，警务室插上即认',
    en: "make a USB stick one of the station's own, which offices recognise",
    options: ['home', 'to', 'serial'],
  },
  report: {
    form: 'report --home DIR [--office 519901-07] [--since YYYY-MM-DD] [--json]',
    zh: '各单位收到哪里、缺什么、几天未交',
    en: 'what stands of each office, what is missing, who is silent',
    options: ['home', 'office', 'since'],
  },
  offices: {
    form: 'offices --home DIR [--json]',
    zh: '已登记的单位和密钥',
    en: 'enrolled offices and their keys',
    options: ['home'],
  },
} as const satisfies Record<string, VerbForm>;

export type Verb = keyof typeof verbs;

export const formOf = (verb: Verb): VerbForm => verbs[verb];
