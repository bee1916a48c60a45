/** Controls above the list, and the chips of what they have set. */
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnitFilter } from '#shared/contract/population/units.ts';
import { SMALL_PLACES, UNIT_TYPES } from '#shared/ledgers/population/units.ts';
import { useOffice } from '#renderer/client/office.ts';
import { FilterAdd } from '#renderer/ui/table/filter-add.tsx';
import { FilterSelect } from '#renderer/ui/table/filter-select.tsx';
import { FilterText } from '#renderer/ui/table/filter-text.tsx';
import type { LedgerFilter } from '#renderer/ui/table/table-column.ts';
import { gridName } from '#renderer/ledgers/population/places/grid-name.ts';
import { useUnitWords } from '#renderer/ledgers/population/units/units-words.ts';
import type { ChangeFilter } from './list-state.ts';
import styles from './list.module.css';

/** As long as the office takes. */
const TEXT_MAX = 60;

export interface UnitsFiltersProps {
  readonly filter: UnitFilter;
  readonly change: ChangeFilter;
}

export function UnitsFilters({
  filter,
  change,
  text,
}: UnitsFiltersProps & { readonly text: Ref<HTMLInputElement> }) {
  const { t } = useTranslation('units');
  const { queries } = useOffice();
  const words = useUnitWords();
  const grids = useQuery(queries.grids.list.queryOptions({ input: {} }));
  const police = (grids.data ?? []).filter(({ kind }) => kind === 'police');
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
          options={police.map((grid) => ({ value: grid.code, label: gridName(grid) }))}
          onChange={(policeGrid) => change({ policeGrid })}
        />
      )}
      <FilterAdd
        label={t('list.type')}
        codes={UNIT_TYPES.filter((code) => !filter.types.includes(code))}
        words={words.type}
        add={(code) => change({ types: [...filter.types, code] })}
      />
      <FilterAdd
        label={t('list.small')}
        codes={SMALL_PLACES.filter((code) => !filter.smallPlaces.includes(code))}
        words={words.small}
        add={(code) => change({ smallPlaces: [...filter.smallPlaces, code] })}
      />
      {(['keyOnly', 'openHazards'] as const).map((field) => (
        <label key={field} className={styles.check}>
          <input
            type="checkbox"
            checked={filter[field]}
            onChange={(event) => change({ [field]: event.currentTarget.checked })}
          />
          {t(field === 'keyOnly' ? 'list.keyOnly' : 'list.hazardsOnly')}
        </label>
      ))}
    </>
  );
}

/** Each whole and readable alone, each with its way out. */
export function useUnitChips({ filter, change }: UnitsFiltersProps): readonly LedgerFilter[] {
  const { t } = useTranslation('units');
  const words = useUnitWords();
  return useMemo(() => {
    const chips: LedgerFilter[] = [];
    const chip = (id: string, text: string, without: Partial<UnitFilter>) =>
      chips.push({ id, words: text, remove: () => change(without) });
    if (filter.text !== '') chip('text', t('list.filterText', { text: filter.text }), { text: '' });
    if (filter.policeGrid !== null)
      chip('grid', t('list.filterGrid', { code: filter.policeGrid }), { policeGrid: null });
    for (const code of filter.types)
      chip(`type ${code}`, t('list.filterType', { words: words.type(code) }), {
        types: filter.types.filter((one) => one !== code),
      });
    for (const code of filter.smallPlaces)
      chip(`small ${code}`, t('list.filterSmall', { words: words.small(code) }), {
        smallPlaces: filter.smallPlaces.filter((one) => one !== code),
      });
    if (filter.keyOnly) chip('key', t('list.keyOnly'), { keyOnly: false });
    if (filter.openHazards) chip('hazards', t('list.hazardsOnly'), { openHazards: false });
    return chips;
  }, [filter, change, t, words]);
}
