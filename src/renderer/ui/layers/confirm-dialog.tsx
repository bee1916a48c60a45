import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Dialog, DialogActions } from './dialog.tsx';

export interface ConfirmDialogProps {
  readonly opened: boolean;
  /** Names the object. */
  readonly title: string;
  /** What will be different afterwards. */
  readonly children: ReactNode;
  /** The verb on the button that does it. */
  readonly confirm: string;
  readonly danger?: boolean;
  readonly onConfirm: () => Promise<void> | void;
  readonly onClose: () => void;
}

/** Asks before something that is not taken back by a key. Cancel has the focus when the deed is destructive. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, title, children, confirm, danger = false, onConfirm, onClose } = props;
  const { t } = useTranslation('ui');
  const [busy, setBusy] = useState(false);
  const act = async () => {
    setBusy(true);
    try {
      await onConfirm();
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog opened={opened} title={title} onClose={onClose}>
      {children}
      <DialogActions>
        <Button onClick={onClose} data-autofocus={danger || undefined}>
          {t('cancel')}
        </Button>
        <Button
          kind={danger ? 'danger' : 'primary'}
          busy={busy}
          data-autofocus={!danger || undefined}
          onClick={() => void act()}
        >
          {confirm}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
