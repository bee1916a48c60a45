/** Fills sex and birthday from the number while it is typed, and takes back only what it filled itself. */
import { useEffect, useRef } from 'react';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { readIdNumber, type IdReading } from '#shared/kernel/citizen-number.ts';
import { isCheckedType, sexOf, type IdType, type Sex } from '#shared/ledgers/population/residents.ts';
import type { FormModel } from '#renderer/ui/form/form-model.ts';
import type { PersonValues } from './person-values.ts';

/** What a whole number says; null while there is none, or its kind says nothing. */
export function readingOf(idType: IdType, idNumber: string, today: CalendarDay): IdReading | null {
  if (idNumber.trim() === '' || !isCheckedType(idType)) return null;
  const reading = readIdNumber(idNumber, today);
  return reading.birthDate === null ? null : reading;
}

export function useDerived(form: FormModel<PersonValues>, today: CalendarDay): void {
  const filled = useRef<{ sex: Sex; birthDate: CalendarDay | null }>({ sex: '0', birthDate: null });
  const { idType, idNumber, sex, birthDate } = form.values;
  const { set } = form;
  const reading = readingOf(idType, idNumber, today);
  const saysBirth = reading?.birthDate ?? null;
  const saysSex: Sex = reading === null || reading.sex === null ? '0' : sexOf(reading.sex);
  useEffect(() => {
    const before = filled.current;
    if (saysSex !== before.sex && (sex === '0' || sex === before.sex)) {
      set('sex', saysSex);
      filled.current = { ...filled.current, sex: saysSex };
    }
    if (saysBirth !== before.birthDate && (birthDate === null || birthDate === before.birthDate)) {
      set('birthDate', saysBirth);
      filled.current = { ...filled.current, birthDate: saysBirth };
    }
  }, [saysSex, saysBirth, sex, birthDate, set]);
}
