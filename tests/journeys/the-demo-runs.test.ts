/** `npm run demo`, as somebody who has never seen the project runs it. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '#tests/support/temp-folder.ts';

const DEMO = join(import.meta.dirname, '../../scripts/demo.ts');

test('the demo ends well, says six things, and leaves the card and the bundle where it says', async () => {
  const folder = join(tempFolder(), 'demo');
  const { exit, out } = await run(folder);
  expect(out).toContain('完成');
  expect(exit).toBe(0);
  expect(out.match(/^[1-6] /gmu)).toHaveLength(6);
  const said = out.match(/^4 .* (\/\S+\.jwb) /mu)?.[1] ?? '';
  for (const path of [said, join(folder, 'papers', '警民联系卡.pdf')])
    expect(existsSync(path), path).toBe(true);
});

function run(folder: string): Promise<{ exit: number | null; out: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [DEMO, folder], { stdio: ['ignore', 'pipe', 'pipe'] });
    let out = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.on('error', reject);
    child.on('close', (exit) => resolve({ exit, out }));
  });
}
