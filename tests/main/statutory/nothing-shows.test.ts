/**
 * Nothing shows: to whoever is not in charge an office with entries of every kind answers every call of the contract as one
 * without any, to the last byte. What differs by itself in two offices is named in ALIKE, and nothing else is taken out.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { OfficeEvent } from '#shared/contract/desk.ts';
import { LEDGERS } from '#shared/ledgers/names.ts';
import { CATEGORY_CODES } from '#shared/ledgers/statutory/categories.ts';
import { runOffice } from '#main/cli/run.ts';
import { ARGON_FLOOR } from '#main/session/argon-floor.ts';
import { readSheet } from '#main/sheets/read.ts';
import { ask, type PrivacyOffice } from '#tests/main/population/privacy/office.ts';
import { contractCalls } from '#tests/support/contract.ts';
import { ADMIN, connectCounter, loginOf, passwordOf, PASSWORD, type Counter } from '#tests/support/office.ts';
import { EVERYBODY } from '#tests/support/people.ts';
import { sampleInputs } from '#tests/support/sample-inputs.ts';
import { tempFolder } from '#tests/support/temp-folder.ts';
import { COLLEAGUE, openTwins, type Twins } from './twins.ts';

const WHO = ['auxiliary', 'other officer', 'administrator', 'auditor'] as const;
type Who = (typeof WHO)[number];

/** The names of the eight measures; of their short forms only those that mean nothing else. */
const MEASURES =
  /SM0[1-8]|取保候审|监视居住|剥夺政治权利|社区矫正|社区戒毒|社区康复|家庭暴力告诫|人身安全保护令/u;

/**
 * Counts of lines, and what is made of them: every look at a record adds one too, so they tell of nothing. Random handles and
 * names of files. The number of an entry that this officer makes: records are numbered one after the other. The size of the
 * file on the disk and of the disk.
 */
const ALIKE: readonly (readonly [RegExp, string])[] = [
  [
    /"(n|from|to|lines|waitingLines|confirmedLines|journalLines|bytes|databaseBytes|freeBytes)":\d+/gu,
    '"$1":0',
  ],
  [/"head":"[0-9a-f]{64}"/gu, '"head":""'],
  [/"(?:action|after|next)":"1-\d+"/gu, '"action":""'],
  [/\b[hmv][0-9a-f]{16}\b/gu, 'handle'],
  [/"id":"07-\d{6}"(?=,"revision":1,"state":"(?:provisional|approved)"\})/gu, '"id":""'],
  [/\b[0-9a-f]{32}\.jwb\b/gu, 'bundle'],
  [/"folder":"lamplight-\w+"/gu, '"folder":""'],
  // Where the twins lie.
  [/\/[^"]*\/lamplight-[A-Za-z0-9]{6}(?=\/)/gu, 'folder'],
];

function alike(text: string): string {
  return ALIKE.reduce((said, [what, by]) => said.replaceAll(what, by), text);
}

async function enter(office: PrivacyOffice, who: Who): Promise<Counter> {
  if (who !== 'other officer') return office.signIn(who);
  await office.desk.restart();
  const counter = connectCounter(office.desk.office());
  await counter.session.unlock({ login: COLLEAGUE.login, password: PASSWORD });
  return counter;
}

interface Asked {
  readonly name: string;
  readonly input: unknown;
}

/** Calls that enter something of their own come when all was read; those that end the session after them. */
function lastness(name: string): number {
  if (name === 'session.lock') return 4;
  if (/^(?:session|setup)\./u.test(name)) return 3;
  return name === 'statutory.enter'
    ? 2
    : /\.(?:list|open|due|waiting|status|page|of|below|find)$/u.test(name)
      ? 0
      : 1;
}

/** Every call with its sample, for the record that the sample names and for others that are entries, duties or sealed ones. */
function everyCall({ full, markers }: Twins): Asked[] {
  const samples = sampleInputs();
  const { known } = full;
  const ids = ['07-000001', '07-000005', '07-000014', known.adult, known.child];
  const calls = contractCalls().map(({ name }) => name);
  expect(Object.keys(samples)).toEqual(calls);
  const more: Readonly<Record<string, readonly unknown[]>> = {
    'search.find': markers.map((text) => ({ text: text.slice(0, 20) })),
    'visitors.search': markers
      .slice(0, 5)
      .map((name) => ({ after: null, rows: 10, name, reason: '查找回访' })),
    'history.of': LEDGERS.flatMap((ledger) => ids.map((id) => ({ ledger, id }))),
    'history.undo': LEDGERS.map((ledger) => ({ ledger, id: ids[0], revision: 1 })),
    'retention.certificate': certificatesIn(full).map((n) => ({ epoch: 1, n })),
    'drafts.pending': [{ form: 'statutory' }],
  };
  return calls
    .filter((name) => name !== 'events.watch')
    .toSorted((a, b) => lastness(a) - lastness(b))
    .flatMap((name) => {
      const sample = JSON.stringify(samples[name]);
      const inputs = new Set(ids.map((id) => sample.replaceAll('07-000001', id)));
      return [
        ...[...inputs].map((input): Asked => ({ name, input: JSON.parse(input) })),
        ...(more[name] ?? []).map((input): Asked => ({ name, input })),
      ];
    });
}

function certificatesIn(office: PrivacyOffice): number[] {
  const lines = office.opened().store.raw.prepare(`SELECT n FROM journal WHERE ledger = 'retention'`);
  return lines.pluck().all() as number[];
}

interface Said {
  readonly answers: readonly string[];
  readonly events: readonly OfficeEvent[];
  readonly files: readonly string[];
}

async function sayAll(office: PrivacyOffice, who: Who, calls: readonly Asked[]): Promise<Said> {
  const counter = await enter(office, who);
  const events: OfficeEvent[] = [];
  const stream = await counter.events.watch({});
  // Ends with the office, which says nothing more.
  void (async () => {
    for await (const event of stream) events.push(event);
  })().catch(() => undefined);
  const files = await makeFiles(office, counter, who);
  const answers: string[] = [];
  for (const { name, input } of calls) {
    if (lastness(name) === 4) continue;
    const { data, failure } = await ask(counter, name, input);
    answers.push(`${name} ${JSON.stringify(input)} → ${alike(JSON.stringify({ data, failure }))}`);
  }
  await pause(50);
  await office.desk.office().close();
  return { answers, events, files };
}

/** What leaves the office in files: people in both formats, and the week's bundle, which is sealed. */
async function makeFiles(office: PrivacyOffice, counter: Counter, who: Who): Promise<string[]> {
  const said: string[] = [];
  const folder = tempFolder();
  const { shell } = office.desk;
  if (who === 'other officer')
    for (const format of ['csv', 'xlsx'] as const) {
      const path = join(folder, `people.${format}`);
      shell.choose(path);
      await counter.residents.export({
        filter: { ...EVERYBODY, presence: 'all' },
        columns: ['name', 'idNumber'],
        format,
        readable: true,
        reason: '核对社区花名册',
      });
      for await (const row of readSheet(path, { sheet: null, encoding: null }))
        said.push(JSON.stringify(row));
    }
  if (who === 'auditor') return said;
  shell.choose(folder);
  const { handle } = await counter.weekly.chooseFolder({});
  said.push(alike(JSON.stringify(await counter.weekly.export({ folder: handle }))));
  return said;
}

describe.each(WHO)('to the %s', (who) => {
  test(
    'every call answers as in an office without any entry, and no file or event tells of one',
    { timeout: 300_000 },
    async () => {
      const twins = await openTwins({ orders: who !== 'other officer' });
      const calls = everyCall(twins);
      const full = await sayAll(twins.full, who, calls);
      const empty = await sayAll(twins.empty, who, calls);
      const all = [...full.answers, ...full.files].map((text) => text.slice(text.indexOf(' → ')));
      const told = twins.markers.filter((marker) => all.some((text) => text.includes(marker)));
      expect(told).toEqual([]);
      const differing = full.answers.filter((answer, i) => answer !== empty.answers[i]);
      const names = [...new Set(differing.map((answer) => answer.split(' ', 1)[0]))];
      if (who === 'auditor') {
        // The log and the figures are the auditor's own: what was done, by number and never in words.
        expect(names.sort()).toEqual(TOLD_TO_AUDITOR);
        return;
      }
      expect(differing.map((answer) => [answer, empty.answers[full.answers.indexOf(answer)]])).toEqual([]);
      expect(all.filter((text) => MEASURES.test(text))).toEqual([]);
      expect(full.events).toEqual(empty.events);
      expect(full.events.length).toBeGreaterThan(0);
      expect(full.files).toEqual(empty.files);
    },
  );
});

const TOLD_TO_AUDITOR = [
  'journal.page',
  'journal.verify',
  'retention.certificate',
  'retention.status',
  'sealed.list',
];

test(
  'the command line tells an administrator and an officer no more than in an office without any entry',
  { timeout: 300_000 },
  async () => {
    const { full, empty, markers } = await openTwins({ orders: true });
    const say = async (
      { desk }: PrivacyOffice,
      login: string,
      password: string,
      ...argv: readonly string[]
    ) => {
      await desk.office().close();
      let out = '';
      const exit = await runOffice([...argv, '--data', desk.dataDir, '--login', login], {
        out: (text) => (out += text),
        err: () => undefined,
        env: { LAMPLIGHT_PASSWORD: password },
        clock: desk.clock,
        askSecret: () => Promise.resolve(null),
        argonCost: ARGON_FLOOR,
      });
      return { exit, out };
    };
    const numberless = (text: string) =>
      alike(text).replaceAll(
        /日志 \d+ 条|链尾 [0-9a-f]+|第 [\d–]+ 条|未封存 \d+ 条|lamplight-\S+|（\d+ 条日志）/gu,
        '',
      );
    const verbs = [
      ['stats'],
      ['verify'],
      ['retention', '--dry'],
      ['retention'],
      ['export', '--to', tempFolder()],
      ['backup', '--to', tempFolder()],
    ];
    for (const [login, password] of [
      [ADMIN.login, ADMIN.password],
      [COLLEAGUE.login, PASSWORD],
    ] as const)
      for (const verb of verbs)
        for (const form of [[], ['--json']]) {
          const said = await say(full, login, password, ...verb, ...form);
          const other = await say(empty, login, password, ...verb, ...form);
          expect(said.exit).toBe(0);
          expect(numberless(said.out), verb[0]).toBe(numberless(other.out));
          expect(markers.filter((marker) => said.out.includes(marker))).toEqual([]);
          expect(said.out).not.toMatch(/statutory|sealed_records/u);
        }
    const { out } = await say(full, loginOf('auditor'), passwordOf('auditor'), 'stats', '--json');
    expect(JSON.parse(out)).toMatchObject({ live: { statutory_matters: expect.any(Number) } });
  },
);

test(
  'a bundle on a stick shows nothing of what is in it, neither in its name nor in its bytes',
  { timeout: 60_000 },
  async () => {
    const { full, markers } = await openTwins({ orders: true });
    const counter = await enter(full, 'auxiliary');
    const folder = tempFolder();
    full.desk.shell.choose(folder);
    const { handle } = await counter.weekly.chooseFolder({});
    await counter.weekly.export({ folder: handle });
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) {
      const bytes = readFileSync(join(file.parentPath, file.name));
      for (const word of [...markers, ...CATEGORY_CODES, 'statutory_matters', 'sealed_records'])
        expect(bytes.includes(word), word).toBe(false);
    }
  },
);
