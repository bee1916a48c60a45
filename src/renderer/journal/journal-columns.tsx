import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { JournalLine } from '#shared/contract/desk.ts';
import { dayOf, timeOf } from '#shared/kernel/calendar-day.ts';
import { lineName } from '#shared/kernel/ids.ts';
import { Chip, type ChipTone } from '#renderer/ui/basic/chip.tsx';
import type { LedgerColumn } from '#renderer/ui/table/table-column.ts';
import { doorWords, factWords, ledgerWords, opWords } from './journal-words.ts';

const TONES: Readonly<Record<string, ChipTone>> = { I: 'green', U: 'blue', X: 'red', F: 'red', V: 'violet' };

export function useJournalColumns(): readonly LedgerColumn<JournalLine>[] {
  const { t } = useTranslation(['journal', 'client']);
  return useMemo(() => {
    const facts = (line: JournalLine) => line.fields.map((field) => factWords(field, t)).join(' · ');
    const column = (
      id: keyof typeof WIDTHS,
      text: (line: JournalLine) => string,
      more: Partial<LedgerColumn<JournalLine>> = {},
    ): LedgerColumn<JournalLine> => ({
      id,
      header: t(`columns.${id}`),
      cell: text,
      text,
      width: WIDTHS[id],
      ...more,
    });
    return [
      column('n', lineName, { end: true, mayHide: false }),
      column('at', (line) => (line.at === null ? t('forgotten') : `${dayOf(line.at)} ${timeOf(line.at)}`), {
        mayHide: false,
      }),
      column('byName', (line) => line.byName, { mayHide: false }),
      column('op', (line) => opWords(line.op, t), {
        mayHide: false,
        cell: (line) => <Chip tone={TONES[line.op] ?? 'grey'}>{opWords(line.op, t)}</Chip>,
      }),
      column('ledger', (line) => ledgerWords(line.ledger, t)),
      column('record', (line) => line.record),
      column('fields', facts, { grow: 3 }),
      column('reason', (line) => (line.reason === null ? '' : factWords(line.reason, t)), { grow: 1 }),
      column('door', (line) => doorWords(line.door, t)),
    ];
  }, [t]);
}

const WIDTHS = {
  n: 64,
  at: 132,
  byName: 96,
  op: 128,
  ledger: 72,
  record: 88,
  fields: 180,
  reason: 96,
  door: 72,
} as const;
