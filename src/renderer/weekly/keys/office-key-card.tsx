/** The office's own keys: how the station stands to them, their digits, and new ones by the word of the old. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import type { KeyStanding } from '#shared/contract/weekly.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Chip, type ChipTone } from '#renderer/ui/basic/chip.tsx';
import { ConfirmDialog } from '#renderer/ui/layers/confirm-dialog.tsx';
import { OfficeDigits } from './office-digits.tsx';
import styles from '#renderer/weekly/weekly.module.css';

const TONES: Readonly<Record<KeyStanding, ChipTone>> = {
  'in-use': 'green',
  renewing: 'amber',
  closed: 'red',
  unlisted: 'grey',
};

export function OfficeKeyCard() {
  const { t } = useTranslation('weekly');
  const { client, queries } = useOffice();
  const cache = useQueryClient();
  const deed = useDeed();
  const me = useMe();
  const [asking, setAsking] = useState(false);
  const { data } = useQuery(queries.weekly.status.queryOptions({ input: {} }));
  if (data === undefined) return null;
  const { officeKey, officeDigits } = data;
  const may =
    mayCall(me.role, contract.station.renewKeys) && (officeKey === 'in-use' || officeKey === 'closed');
  const renew = async () => {
    await deed(() => client.station.renewKeys({}));
    setAsking(false);
    await invalidateRoom(cache, 'weekly');
  };
  return (
    <Card
      title={t('officeKey.title')}
      action={<Chip tone={TONES[officeKey]}>{t(`officeKey.standings.${officeKey}`)}</Chip>}
    >
      <div className={styles.stack}>
        <p className={styles.soft}>{t(`officeKey.hints.${officeKey}`)}</p>
        <p className={styles.soft}>{t('station.officeDigits')}</p>
        <OfficeDigits groups={officeDigits} />
        {may && (
          <div>
            <Button onClick={() => setAsking(true)}>{t('officeKey.renew')}</Button>
          </div>
        )}
      </div>
      <ConfirmDialog
        opened={asking}
        title={t('officeKey.renew')}
        confirm={t('officeKey.renew')}
        onConfirm={renew}
        onClose={() => setAsking(false)}
      >
        <p>{t('officeKey.ask')}</p>
      </ConfirmDialog>
    </Card>
  );
}
