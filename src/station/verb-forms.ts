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
  store: { type: 'string' },
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
  escrow: { type: 'string' },
  lost: { type: 'string' },
  renew: { type: 'boolean' },
  anew: { type: 'boolean' },
  op: { type: 'boolean' },
  sign: { type: 'boolean' },
  stolen: { type: 'boolean' },
  check: { type: 'boolean' },
  title: { type: 'string' },
  text: { type: 'string' },
  due: { type: 'string' },
  sender: { type: 'string' },
  withdraw: { type: 'string' },
  file: { type: 'string' },
  until: { type: 'string' },
  officer: { type: 'string' },
  what: { type: 'string' },
  format: { type: 'string' },
  quarter: { type: 'string' },
  print: { type: 'boolean' },
  set: { type: 'string', multiple: true },
} as const;

export type FlagName = 'all' | 'print' | 'renew' | 'anew' | 'op' | 'sign' | 'stolen' | 'check';
type OptionName = Exclude<keyof typeof options, 'json' | 'help'>;
/** May stand more than once. */
export type ListName = 'set';
export type ValueName = Exclude<OptionName, FlagName | ListName>;

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
    form: 'enrol FILE --home DIR --digits "12345 …" --out DIR [--office-name 名称] [--anew] [--root FILE] [--json]；更换密钥 · renewal: enrol FILE --renew --home DIR [--root FILE]',
    zh: '核对数字后登记一个社区警务室，写出新的密钥单；--anew 旧电脑已不在，新电脑另起一段；--renew 凭原密钥的签名更换，不必当面',
    en: 'enrol an office once its digits agree, and write the new keyset; --anew where its old computer is gone; --renew by the word of its former key, without meeting',
    options: ['home', 'digits', 'out', 'office-name', 'root', 'renew', 'anew'],
    words: { least: 1, most: 1, of: 'a file' },
  },
  verify: {
    form: 'verify FILE… --home DIR [--escrow FILE] [--json]',
    zh: '逐项检查包文件，不写入任何内容；--escrow 只用备用密钥打开（演练）',
    en: 'check bundle files to the last byte; writes nothing; --escrow opens with that key alone (drill)',
    options: ['home', 'escrow'],
    words: { least: 1, most: null, of: 'a file' },
  },
  receive: {
    form: 'receive --home DIR --from DIR [--to DIR] [--escrow FILE] [--json]',
    zh: '从U盘接收，并把回执写到U盘',
    en: 'receive from a stick and write the receipts onto it',
    options: ['home', 'from', 'to', 'escrow'],
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
  rescue: {
    form: 'rescue OFFICE --home DIR --to DIR [--json]',
    zh: '单位的电脑没了：把本所所存的全部日志写给它的新电脑',
    en: "an office's computer is gone: give its new one every line held here",
    options: ['home', 'to'],
    words: { least: 1, most: 1, of: 'an office' },
  },
  unseal: {
    form: 'unseal OFFICE NUMBER --home DIR --reviewer NAME --reason TEXT [--ledger statutory_matters] [--escrow FILE] [--json]',
    zh: '打开一份封存记录，写明理由；随回执告知审计员',
    en: "open a sealed record for a written reason; the office's auditor is told with the next receipt",
    options: ['home', 'reviewer', 'reason', 'ledger', 'escrow'],
    words: entry,
  },
  stick: {
    form: 'stick --home DIR --to FOLDER [--serial TEXT] [--json]；报失 · lost: stick --home DIR --lost SERIAL --reason TEXT',
    zh: '把U盘登记为本所的上报盘，警务室插上即认；--lost 记下丢失的盘',
    en: "make a USB stick one of the station's own, which offices recognise; --lost notes one that is gone",
    options: ['home', 'to', 'serial', 'lost', 'reason'],
  },
  rotate: {
    form: 'rotate --op|--sign --home DIR [--root FILE] [--json]',
    zh: '更换本所的接收密钥或回执签名密钥，旧的暂时并用',
    en: "change the station's opening or signing key; the former one stays for a while",
    options: ['home', 'op', 'sign', 'root'],
  },
  retire: {
    form: 'retire --op|--sign --home DIR [--root FILE] [--json]',
    zh: '各单位都用上新密钥后，销毁旧密钥',
    en: 'destroy the former key once every office uses the new one',
    options: ['home', 'op', 'sign', 'root'],
  },
  recover: {
    form: 'recover [FILE FILE [FILE FILE]] --home DIR [--root FILE] [--escrow FILE] --reviewer NAME --second NAME --reason TEXT [--stolen] [--check] [--json]',
    zh: '本机密钥丢失或忘了口令：凭根密钥和备用密钥（文件或各两份分片）重建，单位不必重新登记；--check 只演练',
    en: 'station.key.age is lost or its passphrase forgotten: new keys by root and escrow key (files, or two papers of each); no office enrols again; --check is the drill',
    options: ['home', 'root', 'escrow', 'reviewer', 'second', 'reason', 'stolen', 'check'],
    words: { least: 0, most: 4, of: 'up to four papers' },
  },
  revoke: {
    form: 'revoke OFFICE --home DIR --reason TEXT [--root FILE] [--json]',
    zh: '电脑失窃：停用该单位的密钥',
    en: 'a stolen computer: close the key of an office',
    options: ['home', 'reason', 'root'],
    words: { least: 1, most: 1, of: 'an office' },
  },
  admit: {
    form: 'admit FILE --home DIR --reviewer NAME --second NAME --reason TEXT [--escrow FILE] [--json]',
    zh: '失窃前封好、还在路上的一个包，由两人具名接收',
    en: 'receive one bundle that a closed key had sealed in time; two people answer for it',
    options: ['home', 'reviewer', 'second', 'reason', 'escrow'],
    words: { least: 1, most: 1, of: 'a file' },
  },
  shares: {
    form: 'shares split --home DIR --root FILE|--escrow FILE --out DIR [--json]；shares join [FILE FILE] --home DIR --out FILE|--check',
    zh: '把根密钥或备用密钥分成三份纸，任两份可以合回',
    en: 'put the root or escrow key on three papers, any two of which give it back',
    options: ['home', 'root', 'escrow', 'out', 'check'],
    words: { least: 1, most: 3, of: 'split or join' },
  },
  report: {
    form: 'report --home DIR [--office 519901-07] [--since YYYY-MM-DD | --quarter 2026Q4] [--json]',
    zh: '各单位收到哪里、缺什么、几天未交',
    en: 'what stands of each office, what is missing, who is silent',
    options: ['home', 'office', 'since', 'quarter'],
  },
  extract: {
    form: 'extract --what lines|records|bundles --home DIR [--office 519901-07] [--since YYYY-MM-DD] --format csv|ndjson --out FILE [--reason TEXT] [--json]',
    zh: '供审计抽取：做了什么、何时、哪个编号；不含任何人的信息',
    en: 'rows for an audit: what was done, when, to which number; nothing about a person',
    options: ['home', 'what', 'office', 'since', 'format', 'out', 'reason'],
  },
  roles: {
    form: 'roles --print [--json]',
    zh: '打印 PostgreSQL 角色分离的 SQL：接收、审计',
    en: 'print the SQL that separates the roles of PostgreSQL: who receives, who audits',
    options: ['print'],
  },
  offices: {
    form: 'offices --home DIR [--json]',
    zh: '已登记的单位和密钥',
    en: 'enrolled offices and their keys',
    options: ['home'],
  },
  order: {
    form: 'order OFFICE|--all --home DIR --title TEXT --text TEXT --due YYYY-MM-DD --sender NAME [--json]；撤回 · taken back: order OFFICE --withdraw NUMBER --home DIR --sender NAME --reason TEXT',
    zh: '给社区警务室派单，或撤回；随下一份回执带下',
    en: 'give an office an order, or take it back; the next receipt carries it',
    options: ['home', 'all', 'title', 'text', 'due', 'sender', 'withdraw', 'reason'],
    words: { least: 0, most: 1, of: 'an office' },
  },
  orders: {
    form: 'orders [OFFICE] --home DIR [--json]',
    zh: '派单到了哪一步，结果是什么',
    en: 'what became of the orders',
    options: ['home'],
    words: { least: 0, most: 1, of: 'an office' },
  },
  text: {
    form: 'text OFFICE|--all --home DIR --code work-rules --title TEXT --file FILE [--until YYYY-MM-DD] --sender NAME [--json]',
    zh: '下发制度或通知的一个新版本',
    en: 'send a new version of a rule or notice',
    options: ['home', 'all', 'code', 'title', 'file', 'until', 'sender'],
    words: { least: 0, most: 1, of: 'an office' },
  },
  texts: {
    form: 'texts [OFFICE] --home DIR [--json]',
    zh: '各单位现有的制度和通知是第几版',
    en: 'which version of each text an office has',
    options: ['home'],
    words: { least: 0, most: 1, of: 'an office' },
  },
  correct: {
    form: 'correct OFFICE LEDGER NUMBER --home DIR --set field=value… --reason TEXT --officer NAME [--json]',
    zh: '建议社区警务室更正一条人口、房屋或单位记录，由社区民警决定',
    en: 'propose a correction of a resident, dwelling or unit; an officer of the office decides',
    options: ['home', 'set', 'reason', 'officer'],
    words: { least: 3, most: 3, of: 'an office, a ledger and a number' },
  },
  corrections: {
    form: 'corrections [OFFICE] --home DIR [--json]',
    zh: '建议过的更正和答复',
    en: 'what was proposed, and what was answered',
    options: ['home'],
    words: { least: 0, most: 1, of: 'an office' },
  },
} as const satisfies Record<string, VerbForm>;

export type Verb = keyof typeof verbs;

export const formOf = (verb: Verb): VerbForm => verbs[verb];
