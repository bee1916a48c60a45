/** The columns of the visitors list, in their order; some are hidden until asked for. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { VisitRow } from '#shared/contract/visitors.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import type { VisitState } from '#shared/ledgers/visitors.ts';
import { fullMoment, shortMoment } from '#renderer/ui/basic/moment.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Chip, type ChipTone } from '#renderer/ui/basic/chip.tsx';
import type { LedgerColumn } from '#renderer/ui/table/table-column.ts';
import { DueChip } from './due-chip.tsx';
import { useVisitWords } from './visit-words.ts';
import styles from './visitors.module.css';

export const HIDDEN_AT_FIRST: readonly string[] = [
  'id',
  'people',
  'phone',
  'papersChecked',
  'referredTo',
  'repliedOn',
  'satisfied',
  'retainUntil',
];

const STATE_TONES: Readonly<Record<VisitState, ChipTone>> = {
  received: 'amber',
  handling: 'blue',
  'fed-back': 'green',
  archived: 'grey',
};

export function StateChip({ state }: { readonly state: VisitState }) {
  const words = useVisitWords();
  return <Chip tone={STATE_TONES[state]}>{words.state(state)}</Chip>;
}

/** @param leave absent where the list is only looked at */
export function useVisitColumns(
  today: CalendarDay,
  leave: ((visit: VisitRow) => void) | null,
): readonly LedgerColumn<VisitRow>[] {
  const { t } = useTranslation('visitors');
  const words = useVisitWords();
  return useMemo(() => {
    const column = (
      id:
        | 'arrivedAt'
        | 'name'
        | 'matter'
        | 'summary'
        | 'phone'
        | 'people'
        | 'result'
        | 'repliedOn'
        | 'retainUntil'
        | 'handledBy'
        | 'papersChecked'
        | 'referredTo'
        | 'satisfied',
      width: number,
      text: (row: VisitRow) => string,
      more: Partial<LedgerColumn<VisitRow>> = {},
    ): LedgerColumn<VisitRow> => ({
      id,
      header: t(`fields.${id}`),
      width,
      text,
      cell: text,
      ...more,
    });
    const columns: LedgerColumn<VisitRow>[] = [
      column('arrivedAt', 92, (row) => fullMoment(row.arrivedAt), {
        sortBy: 'arrivedAt',
        cell: (row) => shortMoment(row.arrivedAt, today),
        mayHide: false,
      }),
      column('name', 84, (row) => words.name(row), {
        grow: 1,
        mayHide: false,
        cell: (row) =>
          row.name === null ? <span className={styles.anonymous}>{words.name(row)}</span> : row.name,
      }),
      column('people', 48, (row) => String(row.people), { end: true }),
      column('phone', 108, (row) => row.phoneMasked ?? ''),
      column('matter', 120, (row) => words.matter(row.matter), { sortBy: 'matter', grow: 0.6 }),
      column('summary', 120, (row) => row.summary ?? '', { grow: 2 }),
      column('handledBy', 72, (row) => row.handledByName, { grow: 0.3 }),
      column('papersChecked', 76, (row) => (row.papersChecked ? t('yes') : '')),
      column('result', 116, (row) => words.result(row.result), { grow: 0.4 }),
      column('referredTo', 110, (row) => (row.referredTo === null ? '' : words.body(row.referredTo))),
      {
        id: 'promisedOn',
        header: t('fields.promisedOn'),
        width: 136,
        sortBy: 'promisedOn',
        cell: (row) => <Promised visit={row} today={today} />,
      },
      column('repliedOn', 88, (row) => row.repliedOn ?? ''),
      column('satisfied', 84, (row) => words.satisfied(row.satisfied)),
      {
        id: 'state',
        header: t('fields.state'),
        width: 92,
        sortBy: 'state',
        cell: (row) => <StateChip state={row.state} />,
      },
      column('retainUntil', 88, (row) => row.retainUntil),
      {
        id: 'leftAt',
        header: t('fields.leftAt'),
        width: 84,
        cell: (row) =>
          row.leftAt === null ? <OnSite visit={row} leave={leave} /> : shortMoment(row.leftAt, today),
      },
    ];
    return columns;
  }, [t, words, today, leave]);
}

function Promised({ visit, today }: { readonly visit: VisitRow; readonly today: CalendarDay }) {
  const { promisedOn } = visit;
  if (promisedOn === null) return null;
  const sameYear = promisedOn.slice(0, 4) === today.slice(0, 4);
  return (
    <span className={styles.promised}>
      {sameYear ? promisedOn.slice(5) : promisedOn} <DueChip visit={visit} today={today} />
    </span>
  );
}

interface OnSiteProps {
  readonly visit: VisitRow;
  readonly leave: ((visit: VisitRow) => void) | null;
}

function OnSite({ visit, leave }: OnSiteProps) {
  const { t } = useTranslation('visitors');
  const words = useVisitWords();
  if (leave === null) return <Chip tone="blue">{t('onSite')}</Chip>;
  return (
    <Button
      size="small"
      tabIndex={-1}
      aria-label={t('leave.label', { name: words.name(visit) })}
      onClick={() => leave(visit)}
    >
      {t('leave.short')}
    </Button>
  );
}
