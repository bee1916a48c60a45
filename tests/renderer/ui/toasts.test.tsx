import { act, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Dialog } from '#renderer/ui/layers/dialog.tsx';
import { SideDrawer } from '#renderer/ui/layers/side-drawer.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { draw, useCounterWords } from '#tests/renderer/dressed.tsx';

useCounterWords();
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function Leave({ undone }: { readonly undone: string[] }) {
  const toast = useToast();
  return (
    <>
      <button
        type="button"
        onClick={() => toast({ tone: 'done', text: '已登记离开', undo: () => undone.push('undone') })}
      >
        离开
      </button>
      <input aria-label="box" type="text" defaultValue="字" />
    </>
  );
}

const undoKey = () =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'z', keyCode: 90, ctrlKey: true });

describe('the way back from what was just done', () => {
  it('is offered for ten seconds', async () => {
    const undone: string[] = [];
    draw(<Leave undone={undone} />);
    fireEvent.click(screen.getByRole('button', { name: '离开' }));
    await act(() => vi.advanceTimersByTimeAsync(9000));
    expect(screen.queryByText('已登记离开')).not.toBeNull();
    await act(() => vi.advanceTimersByTimeAsync(1500));
    expect(screen.queryByText('已登记离开')).toBeNull();
    undoKey();
    expect(undone).toEqual([]);
  });

  it('is one key, unless somebody is typing and means their text', () => {
    const undone: string[] = [];
    draw(<Leave undone={undone} />);
    fireEvent.click(screen.getByRole('button', { name: '离开' }));
    screen.getByLabelText('box').focus();
    undoKey();
    expect(undone).toEqual([]);
    screen.getByRole('button', { name: '离开' }).focus();
    undoKey();
    undoKey();
    expect(undone).toEqual(['undone']);
  });
});

describe('Esc', () => {
  it('closes the layer on top and no other, and not while a candidate is being chosen', () => {
    const closed: string[] = [];
    const layers = (dialog: boolean) => (
      <>
        <SideDrawer opened title="来访登记" onClose={() => closed.push('drawer')}>
          <p>form</p>
        </SideDrawer>
        <Dialog opened={dialog} title="作废" onClose={() => closed.push('dialog')}>
          <p>question</p>
        </Dialog>
      </>
    );
    const { rerender } = draw(layers(true));
    fireEvent.keyDown(window, { key: 'Escape', keyCode: 229 });
    expect(closed).toEqual([]);
    fireEvent.keyDown(window, { key: 'Escape', keyCode: 27 });
    expect(closed).toEqual(['dialog']);
    rerender(layers(false));
    fireEvent.keyDown(window, { key: 'Escape', keyCode: 27 });
    expect(closed).toEqual(['dialog', 'drawer']);
  });
});
