/** Controls above the list, and the chips of what they have set. */
import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitFilter } from '#shared/contract/visitors.ts';
import { isoWeekOf, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { MATTER_CODES, STATES } from '#shared/ledgers/visitors.ts';
import { FilterAdd } from '#renderer/ui/table/filter-add.tsx';
import type { LedgerFilter } from '#renderer/ui/table/table-column.ts';
import { DayRange } from './day-range.tsx';
import { useVisitWords } from './visit-words.ts';
import styles from './visitors.module.css';

export interface VisitFiltersProps {
  readonly filter: VisitFilter;
  readonly change: (part: Partial<VisitFilter>) => void;
  readonly today: CalendarDay;
}

export function VisitFilters({ filter, change, today }: VisitFiltersProps) {
  const { t } = useTranslation('visitors');
  const words = useVisitWords();
  return (
    <>
      <Toggle on={filter.onSite} words={t('onSite')} set={(onSite) => change({ onSite })} />
      <Toggle on={filter.owed} words={t('list.owed')} set={(owed) => change({ owed })} />
      <DayRange filter={filter} change={change} today={today} />
      <FilterAdd
        label={t('list.state')}
        codes={STATES.filter((code) => !filter.states.includes(code))}
        words={words.state}
        add={(code) => change({ states: [...filter.states, code] })}
      />
      <FilterAdd
        label={t('list.matter')}
        codes={MATTER_CODES.filter((code) => !filter.matters.includes(code))}
        words={words.matter}
        add={(code) => change({ matters: [...filter.matters, code] })}
      />
    </>
  );
}

interface ToggleProps {
  readonly on: boolean;
  readonly words: string;
  readonly set: (on: boolean) => void;
}

function Toggle({ on, words, set }: ToggleProps) {
  return (
    <button type="button" className={styles.toggle} aria-pressed={on} onClick={() => set(!on)}>
      {words}
    </button>
  );
}

/** Each whole and readable alone, each with its way out. */
export function useFilterChips({ filter, change, today }: VisitFiltersProps): readonly LedgerFilter[] {
  const { t } = useTranslation('visitors');
  const words = useVisitWords();
  return useMemo(() => {
    const chips: LedgerFilter[] = [];
    if (filter.onSite)
      chips.push({ id: 'onSite', words: t('onSite'), remove: () => change({ onSite: false }) });
    if (filter.owed) chips.push({ id: 'owed', words: t('list.owed'), remove: () => change({ owed: false }) });
    const { from, to } = filter;
    if (from !== null || to !== null) {
      const text = daysWords(from, to, today, t);
      chips.push({ id: 'days', words: text, remove: () => change({ from: null, to: null }) });
    }
    for (const code of filter.states)
      chips.push({
        id: `state ${code}`,
        words: t('list.filterState', { words: words.state(code) }),
        remove: () => change({ states: filter.states.filter((one) => one !== code) }),
      });
    for (const code of filter.matters)
      chips.push({
        id: `matter ${code}`,
        words: t('list.filterMatter', { words: words.matter(code) }),
        remove: () => change({ matters: filter.matters.filter((one) => one !== code) }),
      });
    return chips;
  }, [filter, change, today, t, words]);
}

function daysWords(
  from: CalendarDay | null,
  to: CalendarDay | null,
  today: CalendarDay,
  t: TFunction<'visitors'>,
): string {
  const week = isoWeekOf(today);
  if (from === today && to === today) return t('list.filterToday');
  if (from === week.from && to === week.to) return t('list.filterWeek');
  if (from !== null && to !== null) return t('list.filterDays', { from, to });
  return from === null ? t('list.filterTo', { to: to ?? today }) : t('list.filterFrom', { from });
}
