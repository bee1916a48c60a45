import { act, fireEvent, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { TextAreaField, TextField } from '#renderer/ui/fields/text-field.tsx';
import type { DraftPort } from '#renderer/ui/form/draft-keeper.ts';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { FormShell, type SaveOutcome } from '#renderer/ui/form/form-shell.tsx';
import { draw, useCounterWords } from '#tests/renderer/dressed.tsx';

useCounterWords();
afterEach(() => vi.useRealTimers());

interface Entry {
  readonly name: string;
  readonly matter: 'papers' | 'help' | null;
  readonly place: string;
  readonly note: string;
}

interface Saved {
  readonly values: Entry;
  readonly next: boolean;
}

interface DeskFormProps {
  readonly saved: Saved[];
  readonly outcome?: SaveOutcome;
  readonly draft?: DraftPort;
}

function DeskForm({ saved, outcome = { ok: true }, draft }: DeskFormProps) {
  const form = useForm<Entry>({
    initial: { name: '', matter: null, place: '', note: '' },
    required: ['matter', 'place'],
    check: ({ name }) => (name.length > 5 ? [{ field: 'name', rule: 'too-long' }] : []),
    words: ({ field, rule }) => `${field} ${rule}`,
  });
  return (
    <FormShell
      form={form}
      label="登记"
      saveNextWords="保存并再登记"
      save={(values, next) => {
        saved.push({ values, next });
        return Promise.resolve(outcome);
      }}
      {...(draft === undefined ? {} : { draft })}
    >
      <TextField {...form.field('name')} label="姓名" autoFocus />
      <DigitChoice
        {...form.field('matter')}
        label="事由"
        options={[
          { value: 'papers', label: '户籍', digit: '1' },
          { value: 'help', label: '求助', digit: '2' },
        ]}
      />
      <TextField {...form.field('place')} label="地点" />
      <TextAreaField {...form.field('note')} label="备注" />
    </FormShell>
  );
}

const label = () => document.activeElement?.closest('[data-field]')?.getAttribute('data-field');

describe('the form of the desk', () => {
  it('leads Enter to the next empty required field, and saves from the last', async () => {
    const saved: Saved[] = [];
    draw(<DeskForm saved={saved} />);
    const user = userEvent.setup();
    await user.click(screen.getByLabelText('姓名'));
    await user.keyboard('张欣{Enter}');
    expect(label()).toBe('matter');
    await user.keyboard('2');
    expect(label()).toBe('place');
    await user.keyboard('胜利路{Enter}');
    expect(saved).toEqual([
      { values: { name: '张欣', matter: 'help', place: '胜利路', note: '' }, next: false },
    ]);
  });

  it('goes back to a required field that was passed over', async () => {
    const saved: Saved[] = [];
    draw(<DeskForm saved={saved} />);
    const user = userEvent.setup();
    await user.type(screen.getByLabelText(/地点/u), '胜利路{Enter}');
    expect(label()).toBe('matter');
    expect(saved).toEqual([]);
  });

  it('leaves Enter to the input method while it composes', () => {
    const saved: Saved[] = [];
    draw(<DeskForm saved={saved} />);
    const name = screen.getByLabelText('姓名');
    name.focus();
    fireEvent.keyDown(name, { key: 'Enter', keyCode: 229 });
    fireEvent.keyDown(name, { key: 'Enter', keyCode: 13, isComposing: true });
    expect(document.activeElement).toBe(name);
    fireEvent.keyDown(name, { key: 'Enter', keyCode: 13 });
    expect(label()).toBe('matter');
  });

  it('keeps Enter a new line in a text of several lines, where Ctrl+Enter saves and goes on', async () => {
    const saved: Saved[] = [];
    draw(<DeskForm saved={saved} />);
    const user = userEvent.setup();
    await user.type(screen.getByLabelText(/地点/u), '胜利路');
    await user.click(screen.getByRole('radio', { name: /户籍/u }));
    await user.type(screen.getByLabelText('备注'), '一{Enter}二');
    expect(saved).toEqual([]);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(saved).toEqual([
      { values: { name: '', matter: 'papers', place: '胜利路', note: '一\n二' }, next: true },
    ]);
  });

  it('says nothing about a field before it is left, and everything after a try to save', async () => {
    draw(<DeskForm saved={[]} />);
    const user = userEvent.setup();
    await user.type(screen.getByLabelText('姓名'), '一二三四五六');
    expect(screen.queryByText('name too-long')).toBeNull();
    await user.tab();
    expect(screen.getByText('name too-long')).toBeTruthy();
    await user.keyboard('{Control>}s{/Control}');
    expect(screen.getByText('还有 3 处要改')).toBeTruthy();
    expect(label()).toBe('matter');
  });

  it('does not tell off a field that was only passed through', async () => {
    draw(<DeskForm saved={[]} />);
    const user = userEvent.setup();
    await user.click(screen.getByLabelText(/地点/u));
    await user.tab();
    expect(screen.queryByText('place required')).toBeNull();
  });

  it('does not move a button away from under a pressed pointer', async () => {
    draw(<DeskForm saved={[]} />);
    const user = userEvent.setup();
    await user.type(screen.getByLabelText('姓名'), '一二三四五六');
    const save = screen.getByRole('button', { name: /保存并再登记/u });
    await user.pointer({ keys: '[MouseLeft>]', target: save });
    expect(document.activeElement).not.toBe(screen.getByLabelText('姓名'));
    expect(screen.queryByText('name too-long')).toBeNull();
    await user.pointer({ keys: '[/MouseLeft]', target: save });
    expect(screen.getAllByText('name too-long').length).toBeGreaterThan(0);
  });

  it('puts what the office refuses at its field, keeps what was typed, and forgets the refusal on a change', async () => {
    const refused: SaveOutcome = { ok: false, issues: [{ field: 'place', rule: 'unknown' }], words: null };
    draw(<DeskForm saved={[]} outcome={refused} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('radio', { name: /户籍/u }));
    await user.type(screen.getByLabelText(/地点/u), '胜利路{Enter}');
    expect(screen.getByText('place unknown')).toBeTruthy();
    expect(label()).toBe('place');
    expect(screen.getByLabelText(/地点/u)).toHaveProperty('value', '胜利路');
    await user.keyboard('1');
    expect(screen.queryByText('place unknown')).toBeNull();
  });

  it('saves once however often the key is struck', async () => {
    const saved: Saved[] = [];
    draw(<DeskForm saved={saved} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('radio', { name: /户籍/u }));
    const place = screen.getByLabelText(/地点/u);
    await user.type(place, '胜利路');
    fireEvent.keyDown(place, { key: 'Enter', keyCode: 13 });
    fireEvent.keyDown(place, { key: 'Enter', keyCode: 13 });
    await act(() => Promise.resolve());
    expect(saved).toHaveLength(1);
  });
});

describe('a draft', () => {
  const keeper = () => {
    const kept: string[] = [];
    const flushes = new Set<() => Promise<void>>();
    const port: DraftPort = {
      keep: (content) => {
        kept.push(content);
        return Promise.resolve('2026-11-23T01:41:00.000Z');
      },
      onFlush: (flush) => {
        flushes.add(flush);
        return () => void flushes.delete(flush);
      },
    };
    return { kept, flushes, port };
  };
  const type = (text: string) => fireEvent.change(screen.getByLabelText('姓名'), { target: { value: text } });

  it('is kept a second after the last key, and its time is shown', async () => {
    vi.useFakeTimers();
    const { kept, port } = keeper();
    draw(<DeskForm saved={[]} draft={port} />);
    type('张');
    await act(() => vi.advanceTimersByTimeAsync(900));
    type('张欣');
    await act(() => vi.advanceTimersByTimeAsync(900));
    expect(kept).toEqual([]);
    await act(() => vi.advanceTimersByTimeAsync(200));
    expect(kept.map((text): unknown => JSON.parse(text))).toEqual([
      { name: '张欣', matter: null, place: '', note: '' },
    ]);
    expect(screen.getByText('草稿 09:41')).toBeTruthy();
  });

  it('is kept at once when the office is about to lock, and when the form is closed', async () => {
    vi.useFakeTimers();
    const { kept, flushes, port } = keeper();
    const { unmount } = draw(<DeskForm saved={[]} draft={port} />);
    type('张');
    await act(() => Promise.all([...flushes].map((flush) => flush())));
    expect(kept).toHaveLength(1);
    type('张欣');
    unmount();
    expect(kept).toHaveLength(2);
    expect(flushes.size).toBe(0);
  });

  it('is not made of an untouched form, and not kept again after a save', async () => {
    vi.useFakeTimers();
    const { kept, flushes, port } = keeper();
    const saved: Saved[] = [];
    draw(<DeskForm saved={saved} draft={port} />);
    await act(() => vi.advanceTimersByTimeAsync(5000));
    expect(kept).toEqual([]);
    fireEvent.click(screen.getByRole('radio', { name: /户籍/u }));
    fireEvent.change(screen.getByLabelText(/地点/u), { target: { value: '胜利路' } });
    fireEvent.keyDown(screen.getByLabelText(/地点/u), { key: 's', keyCode: 83, ctrlKey: true });
    await act(() => Promise.resolve());
    expect(saved).toHaveLength(1);
    await act(() => Promise.all([...flushes].map((flush) => flush())));
    expect(kept).toEqual([]);
  });
});
