import { fireEvent } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { belongsToInputMethod, chordOf, useKey } from '#renderer/ui/keys/use-key.ts';
import { draw, useCounterWords } from '#tests/renderer/dressed.tsx';

useCounterWords();

function Listener({ heard, active = true }: { readonly heard: string[]; readonly active?: boolean }) {
  useKey('Ctrl+Enter', () => heard.push('heard'), active);
  return <input aria-label="box" />;
}

describe('keys of the office', () => {
  it('are named the same whatever case the letter has', () => {
    const press = { keyCode: 75, altKey: false, metaKey: false };
    expect(chordOf({ ...press, key: 'k', ctrlKey: true, shiftKey: false })).toBe('Ctrl+K');
    expect(chordOf({ ...press, key: 'K', ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+K');
    expect(chordOf({ ...press, key: 'F2', ctrlKey: false, shiftKey: false })).toBe('F2');
  });

  it('belong to the input method while it composes, by flag or by key code 229', () => {
    const press = {
      key: 'Enter',
      keyCode: 13,
      ctrlKey: false,
      altKey: false,
      shiftKey: false,
      metaKey: false,
    };
    expect(belongsToInputMethod(press)).toBe(false);
    expect(belongsToInputMethod({ ...press, isComposing: true })).toBe(true);
    expect(belongsToInputMethod({ ...press, nativeEvent: { isComposing: true } })).toBe(true);
    expect(belongsToInputMethod({ ...press, keyCode: 229 })).toBe(true);
  });

  it('are heard inside a field, but not while a candidate is being chosen', () => {
    const heard: string[] = [];
    const { getByLabelText } = draw(<Listener heard={heard} />);
    const box = getByLabelText('box');
    fireEvent.keyDown(box, { key: 'Enter', keyCode: 229, ctrlKey: true });
    fireEvent.keyDown(box, { key: 'Enter', keyCode: 13, ctrlKey: true, isComposing: true });
    expect(heard).toEqual([]);
    fireEvent.keyDown(box, { key: 'Enter', keyCode: 13, ctrlKey: true });
    expect(heard).toEqual(['heard']);
  });

  it('are not heard while switched off', () => {
    const heard: string[] = [];
    const { getByLabelText } = draw(<Listener heard={heard} active={false} />);
    fireEvent.keyDown(getByLabelText('box'), { key: 'Enter', keyCode: 13, ctrlKey: true });
    expect(heard).toEqual([]);
  });
});
