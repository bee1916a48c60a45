import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { callFrame, readFrame, wordFrame, LOCK_REASONS, type ShellWord } from '#shared/pipe.ts';

describe('the pipe between counter and office', () => {
  test('carries calls unread and words whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (body) => {
        expect(readFrame(callFrame(body))).toEqual({ kind: 'call', body });
      }),
    );
    for (const reason of LOCK_REASONS) {
      const word: ShellWord = { word: 'office-ready', reason };
      expect(readFrame<ShellWord>(wordFrame(word))).toEqual({ kind: 'word', word });
    }
    const failed: ShellWord = { word: 'office-failed', failure: { code: 'data-damaged', part: 'key-file' } };
    expect(readFrame<ShellWord>(wordFrame(failed))).toEqual({ kind: 'word', word: failed });
  });

  test('drops what is neither', () => {
    const strange: unknown[] = [
      '',
      'x{}',
      's',
      's{',
      'snull',
      's[]',
      's"word"',
      's{"other":1}',
      7,
      null,
      undefined,
      {},
      ['c'],
    ];
    expect(strange.filter((frame) => readFrame(frame) !== null)).toEqual([]);
  });
});
