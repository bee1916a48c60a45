/**
 * The main job from end to end without a display, on synthetic people: ledger → contact cards → weekly bundle on a
 * stick folder → the station receives it → the receipt is read back. Ends with 1 where any two counts differ.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { scriptChooser } from '#tests/shell/choosers.ts';
import { openWindowless } from '#tests/shell/windowless.ts';
import { makePracticeOffice, PRACTICE, PRACTICE_PASSWORD } from './practice-office.ts';
import { enrolPractice, STATION_SECRET } from './practice-station.ts';
import { runTool, type Answer } from './tool-run.ts';

const PEOPLE = { residents: 600, visitors: 300 };
const folder = resolve(process.argv[2] ?? join(import.meta.dirname, '..', '.lamplight', 'demo-run'));
const at = (...parts: string[]) => join(folder, ...parts);
const say = (line: string) => process.stdout.write(`${line}\n`);
const office = { LAMPLIGHT_PASSWORD: PRACTICE_PASSWORD };
const station = STATION_SECRET;

rmSync(folder, { recursive: true, force: true });
for (const name of ['stick', 'papers']) mkdirSync(at(name), { recursive: true });

say(`常亮 演示 · demo in ${folder}`);
await makePracticeOffice(at('office'), PEOPLE);
say(
  `1 警务室 · office       ${PRACTICE.code} ${PRACTICE.name}，实有人口 ${PEOPLE.residents} 人，来访 ${PEOPLE.visitors} 条`,
);

await registerOneVisitor();
const pdf = await printCards();
say(`2 联系卡 · cards        ${pdf}`);

const { officeDigits } = await enrolPractice({
  dataDir: at('office'),
  home: at('station'),
  papers: at('papers'),
});
say(`3 互认 · enrolment      ${officeDigits}`);

const sealed = await runTool(
  'office',
  ['export', '--data', at('office'), '--to', at('stick'), '--login', 'wf'],
  office,
);
const [bundle] = sealed['bundles'] as readonly { file: string; bytes: number; to: number }[];
if (bundle === undefined) throw new Error('the export wrote no bundle');
say(`4 数据包 · bundle       ${at('stick', 'JWB', 'to-station', bundle.file)} (${bundle.bytes} B)`);

await runTool('station', ['receive', '--home', at('station'), '--from', at('stick')], station);
const report = await runTool(
  'station',
  ['report', '--home', at('station'), '--office', PRACTICE.code],
  station,
);
const receipts = await runTool(
  'office',
  ['receipts', '--data', at('office'), '--from', at('stick'), '--login', 'wf'],
  office,
);

// Only the auditor is told how many there are of every ledger.
const counted = await runTool('office', ['stats', '--data', at('office'), '--login', 'zm'], office);
const live = { office: counted['live'] as Counts, station: stationCounts(report) };
say(`5 派出所 · station      ${words(live.station)}`);
say(`  警务室 · office       ${words(live.office)}`);
say(`6 回执 · receipt        所里已收到第 ${String(receipts['confirmedLines'])} 条，共封存 ${bundle.to} 条`);

const same = words(live.station) === words(live.office) && receipts['confirmedLines'] === bundle.to;
say(
  same
    ? '完成：两边条数一致，回执已读回 · done: the counts agree and the receipt was read back'
    : '条数不一致 · the counts differ',
);
process.exitCode = same ? 0 : 1;

type Counts = Readonly<Record<string, number>>;

/** Through the same calls the counter makes, by an auxiliary. */
async function registerOneVisitor(): Promise<void> {
  await withOffice('wf', async (counter) => {
    const visit = {
      name: '示例来访',
      phone: '15400000088',
      people: 1,
      matter: 'residence',
      summary: '办理居住登记',
      papersChecked: true,
      result: 'settled',
      referredTo: null,
      promisedOn: null,
    } as const;
    await counter.visitors.register({ visit, draft: 'ddemo00001' });
  });
}

async function printCards(): Promise<string> {
  let path = '';
  await withOffice('ljg', async (counter, chooser) => {
    const [person] = await counter.cards.people({});
    if (person === undefined) throw new Error('nobody has a card');
    path = at('papers', '警民联系卡.pdf');
    chooser.willChoose('paper', path);
    await counter.cards.savePdf({ staff: person.id, sheets: 1, bothSides: true });
  });
  return path;
}

async function withOffice(
  login: string,
  work: (
    counter: Awaited<ReturnType<typeof openWindowless>>['counter'],
    chooser: ReturnType<typeof scriptChooser>,
  ) => Promise<void>,
): Promise<void> {
  const chooser = scriptChooser();
  const windowless = await openWindowless({ dataDir: at('office'), chooser });
  try {
    await windowless.counter.session.unlock({ login, password: PRACTICE_PASSWORD });
    await work(windowless.counter, chooser);
  } finally {
    await windowless.close();
  }
}

function stationCounts(answer: Answer): Counts {
  const [found] = answer['offices'] as readonly { live: Counts }[];
  return found?.live ?? {};
}

function words(counts: Counts): string {
  return Object.keys(counts)
    .sort()
    .map((ledger) => `${ledger} ${counts[ledger]}`)
    .join('，');
}
