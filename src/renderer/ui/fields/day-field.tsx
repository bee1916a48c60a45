import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isCalendarDay, weekdayOf, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { readDay } from './day-input.ts';
import { TextField } from './text-field.tsx';
import type { FieldProps } from './field-props.tsx';
import { weekdayName } from './weekday-name.ts';

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

function understood(day: CalendarDay, typed: string | null, t: TFunction<'ui'>): string {
  const weekday = weekdayName(weekdayOf(day), t);
  return typed === null || typed === day ? weekday : `${day} ${weekday}`;
}
