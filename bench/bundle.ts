/** The weekly bundle of the whole ledger: sealed and read back by the office, received by the station. */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { enrolPractice, STATION_SECRET } from '#scripts/practice-station.ts';
import { runTool } from '#scripts/tool-run.ts';
import { ms, times, type BenchRow } from './row.ts';

export async function benchBundle(dataDir: string, folder: string, password: string): Promise<BenchRow[]> {
  const stick = join(folder, 'stick');
  const home = join(folder, 'station');
  mkdirSync(stick);
  const office = { LAMPLIGHT_PASSWORD: password };
  await enrolPractice({ dataDir, home, papers: stick });

  const idle = await took(() => runTool('office', ['stats', '--data', dataDir, '--login', 'wf'], office));
  const sealed = await took(() =>
    runTool('office', ['export', '--data', dataDir, '--to', stick, '--login', 'wf'], office),
  );
  const [bundle] = sealed.answer['bundles'] as readonly { to: number; bytes: number }[];
  if (bundle === undefined) throw new Error('the export wrote no bundle');
  const unlockReceive = await took(() => runTool('station', ['offices', '--home', home], STATION_SECRET));
  const received = await took(() =>
    runTool('station', ['receive', '--home', home, '--from', stick], STATION_SECRET),
  );
  const report = await runTool('station', ['report', '--home', home], STATION_SECRET);
  const [standing] = report['offices'] as readonly { applied: readonly { n: number }[] }[];
  if (standing?.applied[0]?.n !== bundle.to) throw new Error('the station does not hold what was sealed');

  const floor = pipelineFloor(join(folder, 'floor.db'), bundle.to);
  const sealMs = sealed.ms - idle.ms;
  const receiveMs = received.ms - unlockReceive.ms;
  return [
    {
      what: `seal ${bundle.to.toLocaleString('en')} lines (${(bundle.bytes / 1e6).toFixed(1)} MB), write, sync, read back; sign-in taken off`,
      ours: ms(sealMs),
      floor: `sqlite → zstd -3 → age of as many lines from a plain file, ${ms(floor)}`,
      ratio: `${(floor / sealMs).toFixed(2)} of its speed`,
      target: '≥ 0.6 (work only, without reading back)',
    },
    {
      what: 'station: verify, apply, sign the receipt; sign-in taken off',
      ours: `${ms(receiveMs)}, ${Math.round(bundle.to / receiveMs)} lines/ms`,
      floor: `seal`,
      ratio: times(receiveMs / sealMs),
      target: '',
    },
  ];
}

async function took(work: () => Promise<Readonly<Record<string, unknown>>>) {
  const started = performance.now();
  const answer = await work();
  return { ms: performance.now() - started, answer };
}

/** The same number of lines of about the same size, by the tools one would string together by hand. */
function pipelineFloor(path: string, lines: number): number {
  const db = new Database(path);
  db.exec(
    `CREATE TABLE journal (n INTEGER PRIMARY KEY, t TEXT, name TEXT, phone TEXT, matter TEXT, summary TEXT, state TEXT)`,
  );
  const insert = db.prepare(`INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?, ?)`);
  db.transaction(() => {
    for (let n = 1; n <= lines; n += 1)
      insert.run(
        n,
        new Date(1.7e12 + n * 61_000).toISOString(),
        `来访${n % 997}`,
        `1540${n}`,
        'residence',
        '办理居住登记，租住三个月',
        'archived',
      );
  })();
  db.close();
  const select = `SELECT json_object('n',n,'t',t,'u','07-000003','via','import','l','visitors','k',printf('07-%06d',n),'op','I','b',0,'v',1,'d',json_object('name',name,'phone',phone,'matter',matter,'summary',summary,'state',state,'people',1,'arrivedAt',t,'leftAt',t,'legalBasis','《居住证暂行条例》第8条','retainUntil','2027-11-23'),'s',20) FROM journal`;
  const key = spawnSync('age-keygen', [], { encoding: 'utf8' });
  const recipient = /public key: (\S+)/.exec(key.stderr + key.stdout)?.[1];
  if (recipient === undefined) throw new Error('age-keygen is needed for the floor (Debian package age)');
  const started = performance.now();
  const run = spawnSync('sh', [
    '-c',
    `sqlite3 "$1" "$2" | zstd -3 -q | age -r "$3" > "$1.age"`,
    'sh',
    path,
    select,
    recipient,
  ]);
  if (run.status !== 0) throw new Error(`the floor failed: ${String(run.stderr)}`);
  return performance.now() - started;
}
