import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { FinderField } from '#renderer/pickers/finder-field.tsx';
import { SuggestField } from '#renderer/ui/fields/suggest-field.tsx';
import { placeList } from '#renderer/ui/layers/list-place.ts';
import { draw, useCounterWords } from '#tests/renderer/dressed.tsx';

useCounterWords();
afterEach(() => vi.restoreAllMocks());

/** What is seen between header and status bar at 1366×768, and of that at 125 %. */
const SEEN = { top: 48, bottom: 586 };
const fieldAt = (top: number) => ({ top, bottom: top + 80 });

describe('the offers of a field', () => {
  it('open below it where they fit', () => {
    expect(placeList(fieldAt(100), SEEN, 300)).toEqual({ side: 'below', heightMax: 300 });
  });

  it('turn upwards where the window ends before they do', () => {
    expect(placeList(fieldAt(400), SEEN, 300)).toEqual({ side: 'above', heightMax: 300 });
  });

  it('are scrolled where neither side has room for all of them, on the side that has more', () => {
    expect(placeList(fieldAt(200), SEEN, 400)).toEqual({ side: 'below', heightMax: 300 });
    expect(placeList(fieldAt(340), SEEN, 400)).toEqual({ side: 'above', heightMax: 286 });
  });

  it('never end outside of what is seen, wherever the field stands', () => {
    for (let top = SEEN.top - 40; top <= SEEN.bottom; top += 1) {
      const field = fieldAt(top);
      const { side, heightMax } = placeList(field, SEEN, 300);
      if (side === 'below') expect(field.bottom + heightMax).toBeLessThanOrEqual(SEEN.bottom);
      else expect(field.top - heightMax).toBeGreaterThanOrEqual(SEEN.top);
      expect(heightMax).toBeGreaterThan(200);
    }
  });
});

/** The page of these tests has no layout: it is told where things lie, in a window of 614 pixels. */
function layOut(field: { readonly top: number; readonly bottom: number }, listHeight: number): void {
  vi.stubGlobal('innerHeight', 614);
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    if (this.role === 'listbox') return new DOMRect(0, 0, 300, listHeight);
    return new DOMRect(0, field.top, 300, field.bottom - field.top);
  });
}

const FIELDS = {
  'of a text': function Text() {
    const [value, setValue] = useState('');
    return (
      <SuggestField
        name="who"
        label="甲方"
        value={value}
        onChange={setValue}
        suggestions={[{ id: '1', text: '李欣', words: '李欣' }]}
        looking={false}
        isShort={false}
        asTyped="就用"
        listName="结果"
      />
    );
  },
  'of a finder': function Finder() {
    const [typed, setTyped] = useState('');
    return (
      <FinderField
        name="where"
        label="地点"
        typed={typed}
        onTyped={setTyped}
        options={[{ id: '1', words: '青禾苑' }]}
        looking={false}
        none="没有"
        onChoose={() => undefined}
        chosen={null}
        onClear={() => undefined}
      />
    );
  },
};

describe.each(Object.entries(FIELDS))('the list %s', (_what, Field) => {
  afterEach(() => vi.unstubAllGlobals());

  function openList(): HTMLElement {
    draw(<Field />);
    fireEvent.change(screen.getByRole('combobox'), { target: { value: '李' } });
    return screen.getByRole('listbox');
  }

  it('stands above a field at the foot of the window', () => {
    layOut({ top: 480, bottom: 560 }, 248);
    const list = openList();
    expect([list.dataset['side'], list.style.maxHeight]).toEqual(['above', '']);
  });

  it('is no higher than there is room for below one at its head', () => {
    layOut({ top: 260, bottom: 350 }, 300);
    const list = openList();
    expect([list.dataset['side'], list.style.maxHeight]).toEqual(['below', '258px']);
  });
});
