import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isCalendarDay, weekdayOf, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { readDay } from './day-input.ts';
import { TextField } from './text-field.tsx';
import type { FieldProps } from './field-props.tsx';

export interface DayFieldProps extends FieldProps<CalendarDay | null> {
  /** The office's day, from which `+3` and `明天` are counted. */
  readonly today: CalendarDay;
  /** Told that what stands in the field is no day, so that a form cannot save it as empty. */
  readonly onUnread?: (unread: boolean) => void;
}

/** A day, keyboard first. What was understood stands inside the field with its weekday. */
export function DayField(props: DayFieldProps) {
  const { value, onChange, onUnread, onBlur, today, error = null, hint, ...rest } = props;
  const { t } = useTranslation('ui');
  const [typed, setTyped] = useState<string | null>(null);
  const [left, setLeft] = useState(false);
  const unread = typed !== null && typed.trim() !== '' && readDay(typed, today) === null;

  const read = (text: string) => {
    setTyped(text);
    const day = text.trim() === '' ? null : readDay(text, today);
    onChange(day);
    onUnread?.(text.trim() !== '' && day === null);
  };
  const leave = () => {
    setLeft(true);
    if (!unread) setTyped(null);
    onBlur?.();
  };
  return (
    <TextField
      {...rest}
      value={typed ?? value ?? ''}
      onChange={read}
      onBlur={leave}
      hint={hint ?? t('day.hint')}
      error={unread && left ? t('day.unread') : error}
      maxLength={20}
      {...(value !== null && isCalendarDay(value) && !unread ? { aside: understood(value, typed, t) } : {})}
    />
  );
}

type UiWords = ReturnType<typeof useTranslation<'ui'>>['t'];

function understood(day: CalendarDay, typed: string | null, t: UiWords): string {
  const weekday = t(`day.weekday.d${weekdayNumber(day)}`);
  return typed === null || typed === day ? weekday : `${day} ${weekday}`;
}

type WeekdayNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7;
const NUMBERS: readonly WeekdayNumber[] = [1, 2, 3, 4, 5, 6, 7];

function weekdayNumber(day: CalendarDay): WeekdayNumber {
  return NUMBERS[weekdayOf(day) - 1] ?? 7;
}
