/** The list as a file: which columns, masked unless there is a purpose, and always with a reason that is kept. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  EXPORT_COLUMNS,
  EXPORT_FORMATS,
  type ExportColumn,
  type ResidentFilter,
} from '#shared/contract/population/residents.ts';
import { REVEAL_NOTE_MIN, revealReasonText } from '#shared/ledgers/reveal.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { useOffice } from '#renderer/client/office.ts';
import { listOfWords, usePreference } from '#renderer/client/preferences.ts';
import { toRevealReason, useRevealReasons } from '#renderer/client/reveal.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { CheckField } from '#renderer/ui/fields/check-field.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { DialogActions } from '#renderer/ui/layers/dialog.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { ExportColumns } from './export-columns.tsx';
import styles from './list.module.css';

type Format = (typeof EXPORT_FORMATS)[number];

const FIRST_COLUMNS: readonly ExportColumn[] = [
  'name',
  'sex',
  'age',
  'idNumber',
  'phone',
  'address',
  'policeGrid',
  'residenceType',
  'relation',
  'verifiedOn',
];

export interface ExportQuestionProps {
  readonly filter: ResidentFilter;
  readonly total: number;
  readonly onDone: () => void;
}

export function ExportQuestion({ filter, total, onDone }: ExportQuestionProps) {
  const { t } = useTranslation(['peopleList', 'ui']);
  const { client } = useOffice();
  const deed = useDeed();
  const toast = useToast();
  const reasons = useRevealReasons();
  const [kept, keep] = usePreference('people.export', listOfWords, FIRST_COLUMNS);
  const columns = EXPORT_COLUMNS.filter((column) => kept.includes(column));
  const [format, setFormat] = useState<Format>('xlsx');
  const [readable, setReadable] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);

  const needsNote = readable || reasons.some(({ code, needsNote: needs }) => code === chosen && needs);
  const noteShort = needsNote && note.trim().length < REVEAL_NOTE_MIN;
  const reason = chosen === null ? null : revealReasonText(toRevealReason(chosen), note);
  const write = async () => {
    setAsked(true);
    if (columns.length === 0 || reason === null || noteShort || busy) return;
    setBusy(true);
    const done = await deed(() => client.residents.export({ filter, columns, format, readable, reason }));
    setBusy(false);
    if (done === null) return;
    onDone();
    toast({ tone: 'done', text: t('export.done', { count: done.rows, file: done.file }) });
  };
  return (
    <form
      className={styles.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void write();
      }}
    >
      <p>
        <strong>{t('export.rows', { count: total })}</strong> {t('export.masked')}
      </p>
      <ExportColumns columns={columns} onChange={keep} />
      {asked && columns.length === 0 && (
        <p className={styles.error} role="alert">
          {t('export.none')}
        </p>
      )}
      <DigitChoice
        name="format"
        label={t('export.format')}
        value={format}
        onChange={setFormat}
        options={EXPORT_FORMATS.map((one, index) => ({
          value: one,
          label: t(`export.${one}`),
          digit: String(index + 1),
        }))}
      />
      <CheckField
        name="readable"
        label={t('export.readable')}
        hint={t('export.readableHint')}
        value={readable}
        onChange={setReadable}
      />
      <DigitChoice
        name="reason"
        label={t('export.reason')}
        value={chosen}
        onChange={setChosen}
        options={reasons.map(({ code, label, digit }) => ({ value: code, label, digit }))}
        error={asked && chosen === null ? t('ui:required') : null}
        required
      />
      {needsNote && (
        <TextField
          name="note"
          label={t('export.note')}
          value={note}
          onChange={setNote}
          maxLength={150}
          hint={t('export.noteHint', { least: REVEAL_NOTE_MIN })}
          error={asked && noteShort ? t('export.noteShort', { least: REVEAL_NOTE_MIN }) : null}
          required
        />
      )}
      <DialogActions>
        <Button onClick={onDone}>{t('ui:cancel')}</Button>
        <Button kind="primary" type="submit" busy={busy}>
          {t('export.confirm')}
        </Button>
      </DialogActions>
    </form>
  );
}
