/** The columns of the disputes list, in their order; some are hidden until asked for. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DisputeRow } from '#shared/contract/disputes/disputes.ts';
import { daysBetween, type CalendarDay } from '#shared/kernel/calendar-day.ts';
import { fullMoment, shortMoment } from '#renderer/ui/basic/moment.ts';
import type { LedgerColumn } from '#renderer/ui/table/table-column.ts';
import { Age, DueChip, StageChip } from '#renderer/ledgers/disputes/chips.tsx';
import { useDisputeWords } from '#renderer/ledgers/disputes/dispute-words.ts';
import styles from './list.module.css';

export const HIDDEN_AT_FIRST: readonly string[] = [
  'id',
  'receivedAt',
  'waitingFor',
  'raisedBy',
  'officer',
  'gridWorker',
  'policeGrid',
  'result',
  'archivedOn',
];

export function useDisputeColumns(today: CalendarDay): readonly LedgerColumn<DisputeRow>[] {
  const { t } = useTranslation('disputeList');
  const words = useDisputeWords();
  return useMemo(() => {
    const column = (
      id:
        | 'id'
        | 'receivedAt'
        | 'type'
        | 'raisedBy'
        | 'parties'
        | 'place'
        | 'level'
        | 'owner'
        | 'officer'
        | 'gridWorker'
        | 'policeGrid'
        | 'waitingFor'
        | 'next'
        | 'result'
        | 'archivedOn',
      width: number,
      text: (row: DisputeRow) => string,
      more: Partial<LedgerColumn<DisputeRow>> = {},
    ): LedgerColumn<DisputeRow> => ({
      id,
      header: words.field(id),
      width,
      text,
      cell: text,
      ...more,
    });
    const waiting = ({ waitingFor }: DisputeRow) =>
      waitingFor === null
        ? ''
        : t('waiting', { body: words.bodyNamed(waitingFor), day: waitingFor.dueOn.slice(5) });
    // Whose answer is waited for says more than that an answer has to be noted.
    const next = (row: DisputeRow) =>
      row.waitingFor === null ? (row.next === null ? '' : words.step(row.next)) : waiting(row);
    const columns: LedgerColumn<DisputeRow>[] = [
      {
        id: 'dueOn',
        header: words.field('dueOn'),
        width: 136,
        sortBy: 'dueOn',
        mayHide: false,
        cell: (row) => <Due row={row} today={today} />,
      },
      column('id', 84, (row) => row.id),
      column('type', 84, (row) => words.type(row.type), { mayHide: false }),
      column('parties', 116, (row) => words.parties(row), { grow: 1.4, mayHide: false }),
      column('place', 100, (row) => row.place, { grow: 1 }),
      {
        id: 'stage',
        header: words.field('stage'),
        width: 104,
        cell: (row) => <StageChip stage={row.stage} />,
      },
      column('next', 100, next, { grow: 0.8 }),
      column('waitingFor', 140, waiting),
      column('level', 84, (row) => words.level(row.level), { header: t('level') }),
      column('owner', 52, (row) => row.owner.name),
      column('officer', 72, (row) => row.officer?.name ?? ''),
      column('gridWorker', 72, (row) => row.gridWorker),
      {
        id: 'age',
        header: words.field('age'),
        width: 118,
        cell: (row) => <Age ageDays={row.ageDays} ageMark={row.ageMark} />,
      },
      column('policeGrid', 64, (row) => row.policeGrid ?? ''),
      column('raisedBy', 96, (row) => words.source(row.raisedBy)),
      column('receivedAt', 92, (row) => fullMoment(row.receivedAt), {
        sortBy: 'receivedAt',
        cell: (row) => shortMoment(row.receivedAt, today),
      }),
      column('result', 120, (row) => (row.result === null ? '' : words.result(row.result))),
      column('archivedOn', 88, (row) => row.archivedOn ?? ''),
    ];
    return columns;
  }, [t, words, today]);
}

/** Days from today. */
const YEAR_TOLD_FROM = 300;

function Due({ row, today }: { readonly row: DisputeRow; readonly today: CalendarDay }) {
  if (row.dueOn === null) return null;
  // The chip counts the days: only a day so far off that its year could be mistaken needs it.
  const near = Math.abs(daysBetween(today, row.dueOn)) < YEAR_TOLD_FROM;
  return (
    <span className={styles.due}>
      {near ? row.dueOn.slice(5) : row.dueOn} <DueChip dueOn={row.dueOn} today={today} />
    </span>
  );
}
