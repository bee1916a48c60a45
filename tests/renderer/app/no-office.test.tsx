import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Counter } from '#renderer/app/door/counter.tsx';
import { openPipe } from '#renderer/client/pipe.ts';
import type { Failure } from '#shared/kernel/failure.ts';
import { wordFrame } from '#shared/pipe.ts';
import { useCounterWords } from '#tests/renderer/dressed.tsx';

useCounterWords();

function openWithoutOffice(failure: Failure): void {
  const pipe = openPipe({
    post: () => undefined,
    listen: (callback) => queueMicrotask(() => callback(wordFrame({ word: 'office-failed', failure }))),
  });
  render(<Counter pipe={pipe} />);
}

describe('a counter without an office', () => {
  it.each([
    [{ code: 'busy' } as const, /另一个常亮正在使用这份数据/u],
    [{ code: 'newer-version' } as const, /请安装新版本/u],
    [{ code: 'data-damaged', part: 'key-file' } as const, /编号 key-file/u],
    [{ code: 'read-only' } as const, /不允许写入/u],
  ])('says why there is none, whether the data are safe and what to do: %j', async (failure, words) => {
    openWithoutOffice(failure);
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toMatch(words);
    expect(alert.textContent).toMatch(/没有改动/u);
    expect(screen.getByRole('button', { name: '重试' })).toBeTruthy();
  });

  it('does not pretend where no shell has opened the page', () => {
    render(<Counter pipe={null} />);
    expect(screen.getByText(/编号 no-shell/u)).toBeTruthy();
  });
});
