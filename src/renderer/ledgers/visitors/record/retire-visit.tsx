/** Takes a wrong entry out of the ledger: an officer's, with a reason. Others see that it is locked. */
import { useQueryClient } from '@tanstack/react-query';
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import type { VisitRow } from '#shared/contract/visitors.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { Dialog, DialogActions } from '#renderer/ui/layers/dialog.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import styles from './record.module.css';

export function RetireVisit({ visit }: { readonly visit: VisitRow }) {
  const { t } = useTranslation('visitors');
  const me = useMe();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const may = mayCall(me.role, contract.visitors.retire);
  return (
    <>
      <Button
        kind={may ? 'danger' : 'plain'}
        {...(may ? {} : { icon: <IconLock size={16} aria-hidden="true" /> })}
        aria-disabled={!may}
        title={may ? undefined : t('record.retireLocked')}
        onClick={() => (may ? setAsking(true) : toast({ tone: 'failed', text: t('record.retireLocked') }))}
      >
        {t('record.retire')}
      </Button>
      <Dialog
        opened={asking}
        title={t('record.retireTitle', { id: visit.id })}
        onClose={() => setAsking(false)}
      >
        <RetireQuestion visit={visit} onClose={() => setAsking(false)} />
      </Dialog>
    </>
  );
}

interface RetireQuestionProps {
  readonly visit: VisitRow;
  readonly onClose: () => void;
}

function RetireQuestion({ visit, onClose }: RetireQuestionProps) {
  const { t } = useTranslation(['visitors', 'ui']);
  const { client } = useOffice();
  const cache = useQueryClient();
  const desk = useDesk();
  const deed = useDeed();
  const toast = useToast();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const retire = async () => {
    setAsked(true);
    const { id, revision } = visit;
    const clean = reason.trim();
    if (clean === '') return;
    const done = await deed(() => client.visitors.retire({ id, revision, reason: clean }));
    if (done === null) return;
    onClose();
    toast({ tone: 'done', text: t('record.retired') });
    desk.go('/visitors');
    await invalidateRoom(cache, 'visitors');
  };
  return (
    <form
      className={styles.stack}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void retire();
      }}
    >
      <p>{t('record.retireWhy')}</p>
      <TextField
        name="reason"
        label={t('record.retireReason')}
        value={reason}
        onChange={setReason}
        maxLength={100}
        error={asked && reason.trim() === '' ? t('record.retireMissing') : null}
        required
        autoFocus
      />
      <DialogActions>
        <Button onClick={onClose}>{t('ui:cancel')}</Button>
        <Button kind="danger" type="submit">
          {t('record.retire')}
        </Button>
      </DialogActions>
    </form>
  );
}
