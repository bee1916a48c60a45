/** The columns of the list, in their order; some are hidden until asked for. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResidentRow } from '#shared/contract/population/residents.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { shortMoment } from '#renderer/ui/basic/moment.ts';
import type { LedgerColumn } from '#renderer/ui/table/table-column.ts';
import { PersonName } from '#renderer/ledgers/population/people/person-name.tsx';
import { usePeopleWords, type PeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import { FlagChip, FreshChip, OutChip } from '#renderer/ledgers/population/people/resident-chips.tsx';
import type { Selection } from './selection.ts';
import styles from './list.module.css';

export const HIDDEN_AT_FIRST: readonly string[] = [
  'phone',
  'policeGrid',
  'housing',
  'relation',
  'registerAddress',
  'stayUntil',
  'guardianId',
  'verifiedHow',
  'outOn',
  'retainUntil',
  'updatedAt',
];

export function usePeopleColumns(
  today: CalendarDay,
  selection: Selection,
): readonly LedgerColumn<ResidentRow>[] {
  const { t } = useTranslation(['peopleList', 'people']);
  const words = usePeopleWords();
  const facts = useMemo(
    () => factColumns(words, { idTail: t('list.idTail'), by: t('list.verifiedBy') }, today),
    [words, t, today],
  );
  return [
    {
      id: 'select',
      header: t('list.select'),
      width: 24,
      mayHide: false,
      headerCell: (
        <input
          type="checkbox"
          className={styles.box}
          checked={selection.isShownChosen}
          onChange={selection.toggleShown}
          aria-label={t('list.selectShown', { count: selection.shown })}
          title={t('list.selectShown', { count: selection.shown })}
        />
      ),
      cell: (row) => (
        <input
          type="checkbox"
          className={styles.box}
          checked={selection.has(row.id)}
          onChange={() => selection.toggle(row)}
          aria-label={t('list.selectRow', { name: row.name })}
          tabIndex={-1}
        />
      ),
    },
    ...facts,
    {
      id: 'freshness',
      header: t('list.freshColumn'),
      width: 92,
      cell: (row) =>
        row.outState === null ? <FreshChip freshness={row.freshness} /> : <OutChip outState={row.outState} />,
    },
  ];
}

type FactId =
  | 'name'
  | 'sex'
  | 'age'
  | 'address'
  | 'phone'
  | 'policeGrid'
  | 'residenceType'
  | 'housing'
  | 'relation'
  | 'registerAddress'
  | 'stayUntil'
  | 'guardianId'
  | 'verifiedOn'
  | 'verifiedBy'
  | 'verifiedHow'
  | 'outOn'
  | 'retainUntil'
  | 'updatedAt';

/** @param heads of columns that are headed by fewer words than their field has */
function factColumns(
  words: PeopleWords,
  heads: { readonly idTail: string; readonly by: string },
  today: CalendarDay,
): LedgerColumn<ResidentRow>[] {
  const column = (
    id: FactId,
    width: number,
    text: (row: ResidentRow) => string,
    more: Partial<LedgerColumn<ResidentRow>> = {},
  ): LedgerColumn<ResidentRow> => ({ id, header: words.field(id), width, text, cell: text, ...more });
  return [
    column('name', 84, (row) => row.name, {
      sortBy: 'name',
      grow: 0.6,
      mayHide: false,
      cell: (row) => <PersonName name={row.name} />,
    }),
    column('sex', 44, (row) => words.sex(row.sex)),
    column('age', 52, (row) => words.age(row.age), { end: true }),
    column('address', 168, (row) => row.addressLine, { sortBy: 'address', grow: 1.6 }),
    {
      id: 'idTail',
      header: heads.idTail,
      width: 128,
      cell: (row) => <IdTail row={row} words={words} />,
    },
    column('residenceType', 84, (row) => words.residence(row.residenceType), { grow: 0.8 }),
    column('phone', 108, (row) => row.phonesMasked[0] ?? ''),
    column('policeGrid', 64, (row) => row.policeGrid ?? ''),
    column('housing', 84, (row) => (row.housing === null ? '' : words.housing(row.housing))),
    column('relation', 84, (row) => (row.relation === null ? '' : words.relation(row.relation))),
    column('registerAddress', 160, (row) => row.registerAddress ?? '', { grow: 1 }),
    column('stayUntil', 88, (row) => row.stayUntil ?? ''),
    column('guardianId', 84, (row) => row.guardianName ?? ''),
    column('verifiedOn', 92, (row) => row.verifiedOn ?? '', { sortBy: 'verifiedOn' }),
    column('verifiedHow', 76, (row) => (row.verifiedHow === null ? '' : words.how(row.verifiedHow))),
    column('verifiedBy', 64, (row) => row.verifiedByName ?? '', { header: heads.by, grow: 0.3 }),
    column('outOn', 88, (row) => row.outOn ?? ''),
    column('retainUntil', 88, (row) => row.retainUntil ?? ''),
    column('updatedAt', 108, (row) => shortMoment(row.updatedAt, today), { sortBy: 'updatedAt' }),
  ];
}

/** `····1234`; of a child nothing but dots, of somebody without papers the word for it. */
function IdTail({ row, words }: { readonly row: ResidentRow; readonly words: PeopleWords }) {
  if (row.idType === 'none') return <span className={styles.soft}>{words.idType('none')}</span>;
  return (
    <span className={styles.tail}>
      ····{row.idTail ?? ''}
      <FlagChip idFlag={row.idFlag} />
    </span>
  );
}
