import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openContent, sealContent } from '#bundle-format';
import { codeOf, escrow, must, op, otherBox } from './office-and-station.ts';

test('words sealed to two keys are opened by either, byte for byte', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 100_000 }), async (content) => {
      const sealed = await sealContent(content, [op.recipient, escrow.recipient]);
      for (const { identity } of [op, escrow])
        expect(must(await openContent(sealed, [identity])).content.equals(content)).toBe(true);
    }),
    { numRuns: 10 },
  );
});

test('another key, a changed byte or a missing end open nothing', async () => {
  const sealed = await sealContent(Buffer.from('封存内容'), [op.recipient]);
  expect(codeOf(await openContent(sealed, [otherBox.identity]))).toBe('E403');
  expect(codeOf(await openContent(sealed.subarray(0, -1), [op.identity]))).toBe('E403');
  expect(codeOf(await openContent(Buffer.alloc(0), [op.identity]))).toBe('E403');
  for (const at of [0, 40, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
    expect(codeOf(await openContent(changed, [op.identity]))).toBe('E403');
  }
});
