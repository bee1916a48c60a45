import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MaskedValue } from '#renderer/ui/masked/masked-value.tsx';
import type { RevealChoice } from '#renderer/ui/masked/reveal-dialog.tsx';
import { draw, useCounterWords } from '#tests/renderer/dressed.tsx';

useCounterWords();
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const REASONS = [
  { code: 'identity', digit: '1', label: '核对身份', needsNote: false },
  { code: 'other', digit: '9', label: '其他', needsNote: true },
];

function Phone({ asked }: { readonly asked: RevealChoice[] }) {
  return (
    <MaskedValue
      label="手机号"
      masked="138····5678"
      reasons={REASONS}
      noteMin={6}
      seconds={60}
      reveal={(choice) => {
        asked.push(choice);
        return Promise.resolve('13800135678');
      }}
    />
  );
}

async function revealFor(digit: string): Promise<void> {
  fireEvent.click(screen.getByRole('button', { name: '查看 手机号' }));
  fireEvent.keyDown(screen.getByRole('radiogroup'), { key: digit });
  const form = screen.getByRole('radiogroup').closest('form');
  if (form === null) throw new Error('the reasons stand in no form');
  fireEvent.submit(form);
  await act(() => vi.advanceTimersByTimeAsync(0));
}

describe('a masked value', () => {
  it('is read aloud as hidden, with its last digits apart', () => {
    draw(<Phone asked={[]} />);
    expect(screen.getByText('手机号，已隐藏，末尾 5 6 7 8')).toBeTruthy();
  });

  it('is shown for a reason, for sixty seconds', async () => {
    const asked: RevealChoice[] = [];
    draw(<Phone asked={asked} />);
    await revealFor('1');
    expect(asked).toEqual([{ reason: 'identity', note: '' }]);
    expect(screen.getByText('13800135678')).toBeTruthy();
    await act(() => vi.advanceTimersByTimeAsync(59_000));
    expect(screen.queryByText('13800135678')).not.toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(1500));
    expect(screen.queryByText('13800135678')).toBeNull();
  });

  it('hides itself when the window is left', async () => {
    draw(<Phone asked={[]} />);
    await revealFor('1');
    act(() => {
      window.dispatchEvent(new Event('blur'));
    });
    expect(screen.queryByText('13800135678')).toBeNull();
  });

  it('wants words where the reason is another one', async () => {
    const asked: RevealChoice[] = [];
    draw(<Phone asked={asked} />);
    await revealFor('9');
    expect(asked).toEqual([]);
    expect(screen.getByText('请写明原因，至少 6 个字')).toBeTruthy();
    fireEvent.change(screen.getByLabelText(/说明/u), { target: { value: '物业来电核实住户' } });
    const form = screen.getByRole('radiogroup').closest('form');
    fireEvent.submit(form ?? document.body);
    await act(() => vi.advanceTimersByTimeAsync(0));
    expect(asked).toEqual([{ reason: 'other', note: '物业来电核实住户' }]);
  });

  it('offers no look to a person who may not', () => {
    draw(<MaskedValue label="手机号" masked="138····5678" reasons={REASONS} noteMin={6} seconds={60} />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
