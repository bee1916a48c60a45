import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { DayField } from '#renderer/ui/fields/day-field.tsx';
import { NumberField } from '#renderer/ui/fields/number-field.tsx';
import { PhoneField } from '#renderer/ui/fields/phone-field.tsx';
import { draw, useCounterWords } from '#tests/renderer/dressed.tsx';

useCounterWords();

function Due({ seen, unread }: { readonly seen: (string | null)[]; readonly unread: boolean[] }) {
  const [day, setDay] = useState<string | null>(null);
  return (
    <DayField
      name="due"
      label="期限"
      today="2026-11-23"
      value={day}
      onChange={(next) => {
        seen.push(next);
        setDay(next);
      }}
      onUnread={(is) => unread.push(is)}
    />
  );
}

describe('fields of the desk', () => {
  it('show the weekday of the day they understood, and write it out when left', async () => {
    const seen: (string | null)[] = [];
    draw(<Due seen={seen} unread={[]} />);
    const user = userEvent.setup();
    await user.type(screen.getByLabelText('期限'), '+3');
    expect(screen.getByText('2026-11-26 星期四')).toBeTruthy();
    await user.tab();
    expect(screen.getByLabelText('期限')).toHaveProperty('value', '2026-11-26');
    expect(seen.at(-1)).toBe('2026-11-26');
  });

  it('do not take an unreadable day for no day', async () => {
    const unread: boolean[] = [];
    draw(<Due seen={[]} unread={unread} />);
    const user = userEvent.setup();
    await user.type(screen.getByLabelText('期限'), '下个月');
    await user.tab();
    expect(unread.at(-1)).toBe(true);
    expect(screen.getByText(/看不懂这个日期/u)).toBeTruthy();
    expect(screen.getByLabelText('期限')).toHaveProperty('value', '下个月');
    await user.clear(screen.getByLabelText('期限'));
    expect(unread.at(-1)).toBe(false);
  });

  it('make full-width digits, spaces and dashes of a phone plain when it is left', async () => {
    const seen: string[] = [];
    function Phone() {
      const [phone, setPhone] = useState('');
      return (
        <PhoneField
          name="phone"
          label="电话"
          value={phone}
          onChange={(next) => {
            seen.push(next);
            setPhone(next);
          }}
        />
      );
    }
    draw(<Phone />);
    const user = userEvent.setup();
    await user.type(screen.getByLabelText('电话'), '１３８ 0013-5678');
    await user.tab();
    expect(seen.at(-1)).toBe('13800135678');
  });

  it('keep a number within its bounds, typed or stepped', async () => {
    function People() {
      const [people, setPeople] = useState(1);
      return <NumberField name="people" label="人数" value={people} onChange={setPeople} min={1} max={99} />;
    }
    draw(<People />);
    const user = userEvent.setup();
    const field = screen.getByRole('spinbutton');
    await user.click(field);
    await user.keyboard('{ArrowDown}{ArrowUp}{ArrowUp}');
    expect(field).toHaveProperty('value', '3');
    await user.clear(field);
    await user.type(field, '５００');
    await user.tab();
    expect(field).toHaveProperty('value', '99');
  });
});
