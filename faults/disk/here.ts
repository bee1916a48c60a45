/** Runs one verb in this process, with nothing broken: quicker than a process of its own. */
import { runOffice } from '#main/cli/run.ts';
import { runStation } from '#station/run.ts';
import { testClock } from '#tests/support/clock.ts';
import { PASSWORD } from '#tests/support/office.ts';
import { passphrase } from '#tests/station/station-kit.ts';
import type { Ended, Verb } from './trial.ts';

export async function runHere({ tool, argv, now }: Verb): Promise<Ended> {
  const started = performance.now();
  let [out, err] = ['', ''];
  const io = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (err += text),
    env: { LAMPLIGHT_PASSWORD: PASSWORD, STATION_PASSPHRASE: passphrase },
    askSecret: () => Promise.resolve(null),
    clock: testClock(now),
    account: 'duty',
    keyWork: 4,
  };
  const exit = tool === 'office' ? await runOffice(argv, io) : await runStation(argv, io);
  const answer = JSON.parse(out) as Record<string, unknown>;
  return { signal: null, exit, answer, err, calls: 0, ms: performance.now() - started };
}
