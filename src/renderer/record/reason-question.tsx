import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cleanText } from '#shared/kernel/text-input.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { DialogActions } from '#renderer/ui/layers/dialog.tsx';
import styles from './record.module.css';

/** As long as the office takes. */
const REASON_MAX = 100;

export interface ReasonQuestionProps {
  /** What will be different afterwards. */
  readonly children: ReactNode;
  /** The verb on the button that does it. */
  readonly confirm: string;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}

/** Asks why, before something is taken out of the ledger. */
export function ReasonQuestion({ children, confirm, onConfirm, onClose }: ReasonQuestionProps) {
  const { t } = useTranslation(['record', 'ui']);
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const clean = cleanText(reason);
  return (
    <form
      className={styles.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (clean !== '') onConfirm(clean);
      }}
    >
      <p>{children}</p>
      <TextField
        name="reason"
        label={t('reason')}
        value={reason}
        onChange={setReason}
        maxLength={REASON_MAX}
        error={asked && clean === '' ? t('reasonMissing') : null}
        required
        autoFocus
      />
      <DialogActions>
        <Button onClick={onClose}>{t('ui:cancel')}</Button>
        <Button kind="danger" type="submit">
          {confirm}
        </Button>
      </DialogActions>
    </form>
  );
}
