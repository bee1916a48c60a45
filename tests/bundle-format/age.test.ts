import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BundleFault, generateBox, recipientOf } from '#bundle-format';
import { decryptAge, encryptAge } from '#bundle-format/age.ts';
import { escrow, op, otherBox } from './office-and-station.ts';
import { tempFolder } from './temp-folder.ts';
import { run } from './stock-tools.ts';

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

async function gather(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of chunks) all.push(chunk);
  return Buffer.concat(all);
}

const sizes = [0, 1, 65_535, 65_536, 65_537, 300_000];

test('the age command opens what we encrypt, with either key', async () => {
  const desk = tempFolder();
  for (const size of sizes) {
    const plain = Buffer.alloc(size, 'x');
    writeFileSync(
      join(desk, 'f.age'),
      await gather(encryptAge(once(plain), [op.recipient, escrow.recipient])),
    );
    for (const { identity } of [op, escrow]) {
      writeFileSync(join(desk, 'key'), `${identity}\n`);
      const ran = run('age', ['-d', '-i', 'key', 'f.age'], { cwd: desk });
      expect(ran.status, ran.stderr).toBe(0);
      expect(ran.stdout.equals(plain)).toBe(true);
    }
  }
});

test('we open what the age command encrypts', async () => {
  const desk = tempFolder();
  for (const size of sizes) {
    const plain = Buffer.alloc(size, 'y');
    const ran = run('age', ['-r', op.recipient, '-r', escrow.recipient, '-o', 'f.age'], {
      cwd: desk,
      input: plain,
    });
    expect(ran.status, ran.stderr).toBe(0);
    const sealed = readFileSync(join(desk, 'f.age'));
    expect((await gather(decryptAge(once(sealed), [escrow.identity]))).equals(plain)).toBe(true);
  }
});

test('a wrong key, a cut and a changed byte are all the same refusal', async () => {
  const sealed = await gather(encryptAge(once(Buffer.alloc(100_000, 'z')), [op.recipient]));
  const changed = Buffer.from(sealed);
  changed.writeUInt8(changed.readUInt8(90_000) ^ 1, 90_000);
  const attempts = [
    [sealed, otherBox.identity],
    [sealed.subarray(0, 65_800), op.identity],
    [sealed.subarray(0, 10), op.identity],
    [Buffer.alloc(0), op.identity],
    [changed, op.identity],
  ] as const;
  for (const [bytes, identity] of attempts) {
    const fault = await gather(decryptAge(once(bytes), [identity])).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(BundleFault);
    expect(fault).toMatchObject({ code: 'E403' });
  }
});

test('a fault of the disk under the stream stays a fault of the disk', async () => {
  const sealed = await gather(encryptAge(once(Buffer.alloc(200_000)), [op.recipient]));
  const failing = (async function* () {
    yield sealed.subarray(0, 100_000);
    throw new BundleFault('E103', 'EIO at byte 100000');
  })();
  await expect(gather(decryptAge(failing, [op.identity]))).rejects.toMatchObject({ code: 'E103' });
});

test('a new box knows its own recipient', async () => {
  const made = await generateBox();
  expect(made.identity).toMatch(/^AGE-SECRET-KEY-1/);
  expect(await recipientOf(made.identity)).toBe(made.recipient);
});
