/** What each verb does. One entry a verb. */
import { resolve } from 'node:path';
import { LANGUAGES, type Language } from '#shared/contract/session.ts';
import { today } from '#shared/kernel/clock.ts';
import { OFFICE_CODE, RECORD_ID } from '#shared/kernel/ids.ts';
import { refuse } from '#shared/kernel/failure.ts';
import { makeBackup } from '#main/backup/backup.ts';
import { verifyStore } from '#main/db/verify.ts';
import type { Office } from '#main/office.ts';
import { LEDGER_TABLES } from '#main/ledgers/registry.ts';
import { compact } from '#main/retention/compact.ts';
import { dueCounts } from '#main/retention/retained.ts';
import { runRetention, type Forgotten, type RetentionRun } from '#main/retention/run.ts';
import { sealWhatIsOver } from '#main/sealing/run.ts';
import { seedOffice } from '#main/seed/seed.ts';
import { liveRows } from '#main/weekly/live-rows.ts';
import { importFile } from './import-verb.ts';
import { rescueOffice } from './rescue-verb.ts';
import { listBackups, restoreOffice } from './restore-verbs.ts';
import type { OfficeIo } from './io.ts';
import { progressLine } from '#terminal/progress-line.ts';
import type { Outcome } from './outcome.ts';
import { toldIn, toldOf } from './told.ts';
import { UsageError, type Options, type OptionName, type Verb } from './usage.ts';

interface Work {
  readonly office: Office;
  readonly options: Options;
  readonly io: OfficeIo;
}

interface VerbWork {
  readonly signsIn: boolean;
  /** The data folder need not be there. */
  readonly makesOffice?: boolean;
  readonly run: (work: Work) => Promise<Outcome>;
}

const LOGIN = /^[a-z0-9]{2,20}$/;

export const verbs: Readonly<Record<Verb, VerbWork>> = {
  init: { signsIn: false, makesOffice: true, run: init },
  recover: { signsIn: false, run: recover },
  seed: { signsIn: true, run: seed },
  import: { signsIn: true, run: importSheet },
  enrol: { signsIn: true, run: enrol },
  export: { signsIn: true, run: exportWeek },
  rescue: { signsIn: true, run: rescue },
  snapshot: { signsIn: true, run: snapshot },
  receipts: { signsIn: true, run: receipts },
  backup: { signsIn: true, run: backup },
  backups: { signsIn: false, run: backups },
  restore: { signsIn: false, makesOffice: true, run: restore },
  retention: { signsIn: true, run: retention },
  verify: { signsIn: true, run: verify },
  stats: { signsIn: true, run: stats },
};

async function init({ office, options, io }: Work): Promise<Outcome> {
  const code = matching(need(options, 'code'), OFFICE_CODE, 'code');
  const login = matching(need(options, 'login'), LOGIN, 'login');
  const language = languageOf(options.language ?? 'zh');
  const password = await secret(io, 'LAMPLIGHT_PASSWORD', '管理员口令 · administrator password: ');
  const { recoveryCode, me } = await office.session.setUp({
    language,
    office: { code, name: need(options, 'name'), stationName: need(options, 'station') },
    administrator: { name: need(options, 'admin'), login, password },
  });
  return {
    facts: { office: code, administrator: me.id, login, recoveryCode },
    lines: [`已建立 ${code}，管理员 ${login}`, `恢复码（只显示这一次，请抄写在纸上）：${recoveryCode}`],
  };
}

async function recover({ office, options, io }: Work): Promise<Outcome> {
  const code = await secret(io, 'LAMPLIGHT_RECOVERY', '恢复码 · recovery code: ');
  const password = await secret(io, 'LAMPLIGHT_PASSWORD', '新口令 · new password: ');
  const me = await office.session.recover(code, need(options, 'login'), password);
  return { facts: { login: me.login }, lines: [`${me.login} 已设新口令`] };
}

async function seed({ office, options, io }: Work): Promise<Outcome> {
  const password = await secret(
    io,
    'LAMPLIGHT_PASSWORD',
    '演示账号的口令 · password of the practice accounts: ',
  );
  const wanted = {
    residents: count(options, 'rows', 30_000),
    visitors: count(options, 'visitors', 300),
    seed: count(options, 'seed', 7),
    password,
  };
  const onProgress = progressLine(io.err);
  const made = await seedOffice(opened(office), caller(office), io.clock, wanted, { onProgress });
  return {
    facts: { ...made },
    lines: [
      `演示数据：实有人口 ${made.residents} 人，来访 ${made.visitors} 条，纠纷 ${made.disputes} 件，账号 ${made.logins.join('、')}`,
    ],
  };
}

function importSheet({ office, options, io }: Work): Promise<Outcome> {
  const base = options.base === undefined ? null : matching(options.base, RECORD_ID, 'base');
  return importFile(office, io, {
    file: need(options, 'file'),
    sheet: options.sheet ?? null,
    base,
    errors: options.errors ?? null,
    dry: options.dry === true,
  });
}

async function enrol({ office, options }: Work): Promise<Outcome> {
  const { enrolment, weekly } = office.rooms();
  await enrolment.pin(resolve(need(options, 'card')), need(options, 'digits'), caller(office));
  const written = await enrolment.write(resolve(need(options, 'out')), caller(office));
  const station = weekly.status().station ?? refuse({ code: 'not-enrolled' });
  return {
    facts: {
      station: station.code,
      name: station.name,
      file: written.file,
      digits: written.digits.join(' '),
    },
    lines: [
      `已认定 ${station.name}（${station.code}）`,
      `登记文件 ${written.file}`,
      `请所里核对：${written.digits.join(' ')}`,
    ],
  };
}

async function exportWeek({ office, options }: Work): Promise<Outcome> {
  const result = await office.rooms().weekly.export(resolve(need(options, 'to')), caller(office));
  const bundles = result.written.map(({ seq, file, bytes, from, to }) => ({ seq, file, bytes, from, to }));
  return {
    facts: { bundles, receipts: result.receipts, live: live(office) },
    lines: [
      ...bundles.map(
        (bundle) => `已写入并回读：第 ${bundle.seq} 包 ${bundle.file}（第 ${bundle.from}–${bundle.to} 条）`,
      ),
      `共 ${bundles.length} 包，回执 ${result.receipts.length} 份`,
    ],
  };
}

function rescue({ office, options, io }: Work): Promise<Outcome> {
  const last = count(options, 'last', 0);
  return rescueOffice(office, io, need(options, 'from'), last === 0 ? null : last);
}

async function snapshot({ office }: Work): Promise<Outcome> {
  const { epoch, n, rows, bytes, file } = await office.rooms().weekly.snapshot(caller(office));
  return {
    facts: { epoch, n, rows, bytes, file },
    lines: [`全量核对件：${rows} 条在册，至第 ${n} 条日志，${bytes} 字节 · ${file}`],
  };
}

async function receipts({ office, options }: Work): Promise<Outcome> {
  const { weekly } = office.rooms();
  const outcomes = await weekly.readReceipts(resolve(need(options, 'from')), caller(office));
  const status = weekly.status();
  const refused = outcomes.find((outcome) => outcome.check !== null);
  if (refused?.check != null && outcomes.every((outcome) => outcome.check !== null))
    refuse({ code: 'bundle-refused', check: refused.check });
  const unconfirmed = status.bundles.filter((bundle) => bundle.state !== 'confirmed').length;
  return {
    facts: { receipts: outcomes, confirmedLines: status.confirmedLines, unconfirmed },
    lines: [`回执 ${outcomes.length} 份；所里已收到第 ${status.confirmedLines} 条；未确认 ${unconfirmed} 包`],
  };
}

async function backup({ office, options }: Work): Promise<Outcome> {
  const made = await makeBackup(opened(office), resolve(need(options, 'to')), caller(office));
  return { facts: { ...made }, lines: [`备份已完成并核对：${made.folder}（${made.lines} 条日志）`] };
}

function backups({ options }: Work): Promise<Outcome> {
  return listBackups(need(options, 'data'), options.from ?? null);
}

async function restore({ office, options, io }: Work): Promise<Outcome> {
  const { login } = options;
  const key =
    login === undefined
      ? { code: await secret(io, 'LAMPLIGHT_RECOVERY', '恢复码 · recovery code: ') }
      : {
          login: matching(login, LOGIN, 'login'),
          password: await secret(io, 'LAMPLIGHT_PASSWORD', '口令 · password: '),
        };
  return restoreOffice(office, { from: need(options, 'from'), key, confirm: options.confirm ?? null });
}

async function retention({ office, options }: Work): Promise<Outcome> {
  const open = opened(office);
  const runs: RetentionRun[] = [];
  const isTold = toldIn(office);
  const forgotten = (): Forgotten[] =>
    runs.flatMap((run) => run.forgotten).filter(({ ledger }) => isTold(ledger));
  if (options.dry !== true) {
    // A run is bounded, because at the desk somebody waits for it.
    let sealed = 0;
    for (let more = 1; more > 0; sealed += more) more = await sealWhatIsOver(open);
    do runs.push(runRetention(open));
    while ((runs.at(-1)?.forgotten.length ?? 0) > 0);
    if (sealed > 0 || runs.some((run) => run.forgotten.length > 0)) compact(open);
  }
  const due = dueCounts(open.store.raw, today(open.clock)).filter(({ ledger }) => isTold(ledger));
  const waits = due.some((row) => row.due > 0) ? (runs.at(-1)?.waits ?? null) : null;
  return {
    facts: { forgotten: forgotten(), due, waits },
    lines: [
      ...forgotten().map(
        ({ ledger, count, from, to }) => `${ledger}：已抹去 ${count} 条（第 ${from}–${to} 条日志）`,
      ),
      ...due.map((row) => `${row.ledger}：保存期已满 ${row.due} 条`),
      ...(waits === null
        ? []
        : ['电脑时间还没有得到连续几天的使用印证，暂不删除 · the clock is not believed yet']),
    ],
  };
}

function verify({ office }: Work): Promise<Outcome> {
  const open = opened(office);
  const proof = verifyStore(open.store.raw, open.office, LEDGER_TABLES);
  const { lines, head } = proof;
  const rows = toldOf(office, proof.rows);
  const forgotten = Object.values(toldOf(office, proof.forgottenIn)).reduce((all, some) => all + some, 0);
  return Promise.resolve({
    facts: { lines, forgotten, head, rows },
    lines: [
      `核对通过：日志 ${lines} 条（已到期抹去 ${forgotten} 条），链尾 ${head.slice(0, 12)}，${Object.entries(
        rows,
      )
        .map(([name, n]) => `${name} ${n}`)
        .join('，')}`,
    ],
  });
}

function stats({ office }: Work): Promise<Outcome> {
  const status = office.rooms().weekly.status();
  const { waitingLines, confirmedLines, state } = status;
  const rows = live(office);
  return Promise.resolve({
    facts: { live: rows, waitingLines, confirmedLines, weekly: state, bundles: status.bundles.length },
    lines: [
      ...Object.entries(rows).map(([ledger, n]) => `${ledger}\t${n}`),
      `未封存 ${waitingLines} 条，所里已收到第 ${confirmedLines} 条，本周 ${state}`,
    ],
  });
}

function live(office: Office): Record<string, number> {
  return toldOf(office, liveRows(opened(office).store.raw, LEDGER_TABLES));
}

function opened(office: Office) {
  return office.session.opened() ?? refuse({ code: 'locked' });
}

function caller(office: Office) {
  return office.session.caller() ?? refuse({ code: 'locked' });
}

async function secret(io: OfficeIo, name: string, question: string): Promise<string> {
  const given = io.env[name] ?? (await io.askSecret(question));
  if (given === null) throw new UsageError(`set ${name}, or run at a terminal`);
  return given;
}

function need(options: Options, name: OptionName): string {
  const value = options[name];
  if (value === undefined) throw new UsageError(`--${name} is needed`);
  return value;
}

function matching(value: string, form: RegExp, name: OptionName): string {
  if (!form.test(value)) throw new UsageError(`--${name} does not have the form ${form.source}`);
  return value;
}

function languageOf(value: string): Language {
  const language = LANGUAGES.find((known) => known === value);
  if (language === undefined) throw new UsageError(`--language is one of ${LANGUAGES.join(', ')}`);
  return language;
}

function count(options: Options, name: OptionName, otherwise: number): number {
  const value = options[name];
  if (value === undefined) return otherwise;
  if (!/^\d{1,7}$/.test(value)) throw new UsageError(`--${name} is a whole number`);
  return Number(value);
}
