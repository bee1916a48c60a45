// The office with its sources watched: a change builds again, gives a fresh office process and loads the page anew.
import { spawnSync } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { homeChooser } from '#tests/shell/choosers.ts';
import { openOffice } from '#tests/shell/chromium.ts';

const root = join(import.meta.dirname, '..');
const say = (line: string) => process.stderr.write(`${line}\n`);
/** Milliseconds of quiet after the last change: an editor saves several files at once. */
const SETTLE = 300;

const office = await openOffice({
  dataDir: process.env['LAMPLIGHT_DATA'] ?? join(root, '.lamplight', 'data'),
  headless: false,
  chooser: homeChooser(say, join(root, '.lamplight', 'chosen')),
  printer: join(root, '.lamplight', 'printed'),
});

let pending: NodeJS.Timeout | null = null;
const watcher = watch(join(root, 'src'), { recursive: true }, (_event, name) => {
  if (name?.endsWith('.tsbuildinfo') === true) return;
  if (pending !== null) clearTimeout(pending);
  pending = setTimeout(() => void renew(), SETTLE);
});

async function renew(): Promise<void> {
  const built = spawnSync(process.execPath, [join(root, 'scripts', 'run.mjs'), 'build'], {
    stdio: 'inherit',
  });
  if (built.status !== 0) return;
  office.lock('asked');
  await office.page.reload();
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void office.close());
await office.closed;
watcher.close();
