/** Controls above the list, and the chips of what they have set. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitFilter } from '#shared/contract/visitors.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { MATTER_CODES, STATES } from '#shared/ledgers/visitors.ts';
import { DayRange, useDaysWords } from '#renderer/ui/table/day-range.tsx';
import { FilterAdd } from '#renderer/ui/table/filter-add.tsx';
import { FilterToggle } from '#renderer/ui/table/filter-toggle.tsx';
import type { LedgerFilter } from '#renderer/ui/table/table-column.ts';
import { useVisitWords } from './visit-words.ts';

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
      <FilterToggle on={filter.onSite} words={t('onSite')} set={(onSite) => change({ onSite })} />
      <FilterToggle on={filter.owed} words={t('list.owed')} set={(owed) => change({ owed })} />
      <DayRange days={filter} change={change} today={today} />
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

/** Each whole and readable alone, each with its way out. */
export function useFilterChips({ filter, change, today }: VisitFiltersProps): readonly LedgerFilter[] {
  const { t } = useTranslation('visitors');
  const words = useVisitWords();
  const daysWords = useDaysWords();
  return useMemo(() => {
    const chips: LedgerFilter[] = [];
    if (filter.onSite)
      chips.push({ id: 'onSite', words: t('onSite'), remove: () => change({ onSite: false }) });
    if (filter.owed) chips.push({ id: 'owed', words: t('list.owed'), remove: () => change({ owed: false }) });
    const days = daysWords(filter, today);
    if (days !== null)
      chips.push({ id: 'days', words: days, remove: () => change({ from: null, to: null }) });
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
  }, [filter, change, today, t, words, daysWords]);
}
