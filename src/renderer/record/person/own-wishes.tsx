/** What a person may ask of the office: help by consent, an end of it, and an answer about their own information. */
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { ConfirmDialog } from '#renderer/ui/layers/confirm-dialog.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import styles from '#renderer/record/record.module.css';
import { CARE_LAYER, RIGHTS_LAYER } from './layers.ts';

export interface OwnWishesProps {
  readonly id: string;
  readonly name: string;
  /** False of somebody who is gone: no new consent. What there may be can be withdrawn, and relatives may ask. */
  readonly present: boolean;
}

export function OwnWishes({ id, name, present }: OwnWishesProps) {
  const { t } = useTranslation('personDesk');
  const me = useMe();
  const desk = useDesk();
  const [asking, setAsking] = useState(false);
  return (
    <div className={styles.row} role="group" aria-label={t('title')}>
      <span className={styles.soft}>{t('title')}</span>
      {present && mayCall(me.role, contract.care.enter) && (
        <Button size="small" onClick={() => desk.open(CARE_LAYER, id)}>
          {t('care')}
        </Button>
      )}
      {mayCall(me.role, contract.care.withdraw) && (
        <Button size="small" onClick={() => setAsking(true)}>
          {t('withdraw')}
        </Button>
      )}
      {mayCall(me.role, contract.rights.register) && (
        <Button size="small" onClick={() => desk.open(RIGHTS_LAYER, id)}>
          {t('request')}
        </Button>
      )}
      <Withdrawal id={id} name={name} opened={asking} onClose={() => setAsking(false)} />
    </div>
  );
}

interface WithdrawalProps extends Pick<OwnWishesProps, 'id' | 'name'> {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Asks once, and says the same before and after whether there was any consent. */
function Withdrawal({ id, name, opened, onClose }: WithdrawalProps) {
  const { t } = useTranslation('personDesk');
  const { client } = useOffice();
  const cache = useQueryClient();
  const deed = useDeed();
  const toast = useToast();
  const withdraw = async () => {
    const done = await deed(() => client.care.withdraw({ residentId: id }));
    if (done === null) return;
    onClose();
    await invalidateRoom(cache, 'care');
    toast({ tone: 'done', text: t('withdrawn', { name }) });
  };
  return (
    <ConfirmDialog
      opened={opened}
      title={t('withdrawTitle', { name })}
      confirm={t('withdrawConfirm')}
      onConfirm={withdraw}
      onClose={onClose}
    >
      <p>{t('withdrawWhy')}</p>
    </ConfirmDialog>
  );
}
