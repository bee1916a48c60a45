/** Controls above the list, and the chips of what they have set. The view stands apart: it is always one. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DisputeFilter } from '#shared/contract/disputes/disputes.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { DISPUTE_TYPE_CODES, LEVELS } from '#shared/ledgers/disputes/codes.ts';
import { isViolence, STAGES } from '#shared/ledgers/disputes/stages.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { DayRange, useDaysWords } from '#renderer/ui/table/day-range.tsx';
import { FilterAdd } from '#renderer/ui/table/filter-add.tsx';
import { FilterSelect } from '#renderer/ui/table/filter-select.tsx';
import { FilterToggle } from '#renderer/ui/table/filter-toggle.tsx';
import type { LedgerFilter } from '#renderer/ui/table/table-column.ts';
import { useDisputeWords } from '#renderer/ledgers/disputes/dispute-words.ts';
import { useDeskStaff } from '#renderer/client/staff.ts';
import type { ChangeFilter } from './list-state.ts';

export interface DisputesFiltersProps {
  readonly filter: DisputeFilter;
  readonly change: ChangeFilter;
  readonly today: CalendarDay;
}

export function DisputesFilters({ filter, change, today }: DisputesFiltersProps) {
  const { t } = useTranslation('disputeList');
  const { queries } = useOffice();
  const me = useMe();
  const words = useDisputeWords();
  const grids = useQuery(queries.grids.list.queryOptions({ input: {} }));
  const staff = useDeskStaff();
  const police = (grids.data ?? []).filter(({ kind }) => kind === 'police');
  return (
    <>
      <FilterToggle
        on={filter.owner === me.id}
        words={t('mine')}
        set={(on) => change({ owner: on ? me.id : null })}
      />
      <FilterSelect
        label={t('owner')}
        none={t('owner')}
        value={filter.owner}
        options={staff.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(owner) => change({ owner })}
      />
      <FilterAdd
        label={t('type')}
        codes={DISPUTE_TYPE_CODES.filter((code) => !filter.types.includes(code))}
        words={words.type}
        add={(code) => change({ types: [...filter.types, code] })}
      />
      <FilterAdd
        label={t('level')}
        codes={LEVELS.filter((code) => !filter.levels.includes(code))}
        words={words.level}
        add={(code) => change({ levels: [...filter.levels, code] })}
      />
      <FilterAdd
        label={t('stage')}
        codes={STAGES.filter((code) => !isViolence(code) && !filter.stages.includes(code))}
        words={words.stage}
        add={(code) => change({ stages: [...filter.stages, code] })}
      />
      {police.length > 0 && (
        <FilterSelect
          label={t('grid')}
          none={t('grid')}
          value={filter.policeGrid}
          options={police.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
          onChange={(policeGrid) => change({ policeGrid })}
        />
      )}
      <DayRange days={filter} change={change} today={today} />
    </>
  );
}

/** Each whole and readable alone, each with its way out. */
export function useDisputeChips({ filter, change, today }: DisputesFiltersProps): readonly LedgerFilter[] {
  const { t } = useTranslation('disputeList');
  const words = useDisputeWords();
  const daysWords = useDaysWords();
  const staff = useDeskStaff();
  return useMemo(() => {
    const chips: LedgerFilter[] = [];
    const chip = (id: string, text: string, without: Partial<DisputeFilter>) =>
      chips.push({ id, words: text, remove: () => change(without) });
    const days = daysWords(filter, today);
    if (days !== null) chip('days', days, { from: null, to: null });
    const owner = staff.find(({ id }) => id === filter.owner);
    if (filter.owner !== null) chip('owner', t('filterOwner', { name: owner?.name ?? '' }), { owner: null });
    if (filter.policeGrid !== null)
      chip('grid', t('filterGrid', { code: filter.policeGrid }), { policeGrid: null });
    for (const code of filter.types)
      chip(`type ${code}`, t('filterType', { words: words.type(code) }), {
        types: filter.types.filter((one) => one !== code),
      });
    for (const code of filter.levels)
      chip(`level ${code}`, t('filterLevel', { words: words.level(code) }), {
        levels: filter.levels.filter((one) => one !== code),
      });
    for (const code of filter.stages)
      chip(`stage ${code}`, t('filterStage', { words: words.stage(code) }), {
        stages: filter.stages.filter((one) => one !== code),
      });
    return chips;
  }, [filter, change, today, t, words, daysWords, staff]);
}
