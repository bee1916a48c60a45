// The office in the machine's Chromium, for a person: stays until the window is closed.
import { homedir } from 'node:os';
import { join } from 'node:path';
import { homeChooser } from '#tests/shell/choosers.ts';
import { openOffice } from '#tests/shell/chromium.ts';

const say = (line: string) => process.stderr.write(`${line}\n`);

const office = await openOffice({
  dataDir: process.env['LAMPLIGHT_DATA'] ?? join(homedir(), '.lamplight', 'office'),
  headless: false,
  chooser: homeChooser(say),
  printer: join(homedir(), 'Lamplight', 'printed'),
});
say('常亮: 窗口已打开，关闭窗口即退出 · the window is open; closing it ends the office');

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void office.close());
await office.closed;
