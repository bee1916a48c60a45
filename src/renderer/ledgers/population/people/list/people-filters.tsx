/** Controls above the list, and the chips of what they have set. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResidentFilter } from '#shared/contract/population/residents.ts';
import { RESIDENCE_TYPES } from '#shared/ledgers/population/residents.ts';
import { FRESHNESS } from '#shared/ledgers/population/verified.ts';
import { useOffice } from '#renderer/client/office.ts';
import { FilterAdd } from '#renderer/ui/table/filter-add.tsx';
import { FilterSelect } from '#renderer/ui/table/filter-select.tsx';
import { FilterText } from '#renderer/ui/table/filter-text.tsx';
import type { LedgerFilter } from '#renderer/ui/table/table-column.ts';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import type { ChangeFilter } from './list-state.ts';

/** As long as the office takes. */
const TEXT_MAX = 60;

export interface PeopleFiltersProps {
  readonly filter: ResidentFilter;
  readonly change: ChangeFilter;
}

export function PeopleFilters({
  filter,
  change,
  text,
}: PeopleFiltersProps & { readonly text: Ref<HTMLInputElement> }) {
  const { t } = useTranslation('peopleList');
  const { queries } = useOffice();
  const words = usePeopleWords();
  const grids = useQuery(queries.grids.list.queryOptions({ input: {} }));
  const police = (grids.data ?? []).filter((grid) => grid.kind === 'police');
  return (
    <>
      <FilterText
        input={text}
        label={t('list.search')}
        example={t('list.searchExample')}
        value={filter.text}
        onChange={(typed) => change({ text: typed })}
        maxLength={TEXT_MAX}
      />
      {police.length > 0 && (
        <FilterSelect
          label={t('list.grid')}
          none={t('list.grid')}
          value={filter.policeGrid}
          options={police.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
          onChange={(policeGrid) => change({ policeGrid })}
        />
      )}
      <FilterAdd
        label={t('list.type')}
        codes={RESIDENCE_TYPES.filter((code) => !filter.residenceTypes.includes(code))}
        words={words.residence}
        add={(code) => change({ residenceTypes: [...filter.residenceTypes, code] })}
      />
      <FilterAdd
        label={t('list.fresh')}
        codes={FRESHNESS.filter((code) => !filter.freshness.includes(code))}
        words={words.freshness}
        add={(code) => change({ freshness: [...filter.freshness, code] })}
      />
      <FilterSelect
        label={t('list.number')}
        none={t('list.number')}
        value={filter.number === 'any' ? null : filter.number}
        options={[
          { value: 'flagged', label: t('list.flagged') },
          { value: 'none', label: t('list.noNumber') },
        ]}
        onChange={(number) => change({ number: number ?? 'any' })}
      />
      <FilterSelect
        label={t('list.presence')}
        none={t('list.here')}
        value={filter.presence === 'here' ? null : filter.presence}
        options={[
          { value: 'out', label: t('list.out') },
          { value: 'all', label: t('list.everybody') },
        ]}
        onChange={(presence) => change({ presence: presence ?? 'here' })}
      />
    </>
  );
}

/** Each whole and readable alone, each with its way out. */
export function usePeopleChips({ filter, change }: PeopleFiltersProps): readonly LedgerFilter[] {
  const { t } = useTranslation('peopleList');
  const words = usePeopleWords();
  const place = useAddressLine(filter.addressId);
  return useMemo(() => {
    const chips: LedgerFilter[] = [];
    const chip = (id: string, text: string, without: Partial<ResidentFilter>) =>
      chips.push({ id, words: text, remove: () => change(without) });
    if (filter.text !== '') chip('text', t('list.filterText', { text: filter.text }), { text: '' });
    if (filter.addressId !== null)
      chip('address', t('list.filterAddress', { line: place }), { addressId: null });
    if (filter.policeGrid !== null)
      chip('grid', t('list.filterGrid', { code: filter.policeGrid }), { policeGrid: null });
    for (const code of filter.residenceTypes)
      chip(`type ${code}`, t('list.filterType', { words: words.residence(code) }), {
        residenceTypes: filter.residenceTypes.filter((one) => one !== code),
      });
    for (const code of filter.freshness)
      chip(`fresh ${code}`, t('list.filterFresh', { words: words.freshness(code) }), {
        freshness: filter.freshness.filter((one) => one !== code),
      });
    if (filter.number !== 'any')
      chip('number', t(filter.number === 'none' ? 'list.noNumber' : 'list.flagged'), { number: 'any' });
    if (filter.presence !== 'here')
      chip('presence', t(filter.presence === 'out' ? 'list.out' : 'list.everybody'), { presence: 'here' });
    if (filter.batchId !== null)
      chip('batch', t('list.filterBatch', { batch: filter.batchId }), { batchId: null });
    return chips;
  }, [filter, change, t, words, place]);
}

/** Words of the place the list is limited to; empty while unknown. */
function useAddressLine(id: string | null): string {
  const { queries } = useOffice();
  const place = useQuery(
    queries.addresses.open.queryOptions({ input: { id: id ?? '' }, enabled: id !== null }),
  );
  return place.data?.line ?? '';
}
