/** One sitting: the list and the records that are opened from it, until it is hidden. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterRecord, MatterRow } from '#shared/contract/key-persons/statutory.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { PageTitle } from '#renderer/ui/basic/section-title.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { CountdownRing } from '#renderer/ui/masked/countdown-ring.tsx';
import { MatterLoader } from '#renderer/ledgers/statutory/record/matter-loader.tsx';
import { rowOf } from '#renderer/ledgers/statutory/record/changed-record.ts';
import { NOT_ASKED, type Asked, type Reading } from '#renderer/ledgers/statutory/reading/reading-gate.tsx';
import { SITTING_SECONDS, useSitting } from '#renderer/ledgers/statutory/reading/use-sitting.ts';
import { WaitingCard } from '#renderer/ledgers/statutory/reading/waiting-card.tsx';
import { NEW_STATUTORY, STATUTORY } from '#renderer/ledgers/statutory/statutory-commands.ts';
import { MattersTable } from './matters-table.tsx';
import type { Read } from './statutory-page.tsx';
import styles from './list.module.css';

export interface OpenLedgerProps {
  readonly read: Read;
  /** '' while the list is shown. */
  readonly record: string;
  readonly look: (reading: Reading) => Promise<void>;
  readonly onHide: (again: Asked) => void;
  readonly onRenew: (record: MatterRecord) => void;
}

export function OpenLedger({ read, record, look, onHide, onRenew }: OpenLedgerProps) {
  const { t } = useTranslation(['statutoryReading', 'statutory']);
  const desk = useDesk();
  const cache = useQueryClient();
  const today = useOfficeDay();
  const [changed, setChanged] = useState<ReadonlyMap<string, Partial<MatterRow>>>(new Map());
  const [startAt, setStartAt] = useState<string | null>(null);
  const hide = useCallback(() => onHide(NOT_ASKED), [onHide]);
  const { left, hold } = useSitting(hide);
  const { reading } = read;
  const more = (): Asked => ({ why: reading, explains: true });
  const hiding = (
    <span className={styles.sitting}>
      <span>{t('sensitive')}</span>
      <CountdownRing left={left} of={SITTING_SECONDS} words={t('hidesIn', { seconds: left })} />
      <Button size="small" onClick={hide}>
        {t('hide')}
      </Button>
    </span>
  );
  if (record !== '')
    return (
      <MatterLoader
        key={record}
        id={record}
        reading={reading}
        hold={hold}
        hiding={hiding}
        onExplain={() => onHide(more())}
        onRenew={onRenew}
        onChange={(found) => {
          setChanged((now) => new Map(now).set(found.id, rowOf(found, today)));
          void invalidateRoom(cache, 'statutory');
        }}
        onOver={() => {
          void invalidateRoom(cache, 'statutory');
          desk.go(STATUTORY);
          // Who stands in the list may be others now; where more words are needed, they are asked for.
          look(reading).catch(() => onHide(more()));
        }}
      />
    );
  const rows = read.rows.map((row) => ({ ...row, ...changed.get(row.id) }));
  return (
    <div className={styles.page}>
      <PageTitle
        title={t('statutory:title')}
        note={hiding}
        actions={
          <Button kind="primary" onClick={() => desk.go(NEW_STATUTORY)}>
            {t('enter')}
          </Button>
        }
      />
      <div className={styles.table}>
        <MattersTable
          rows={rows}
          startAt={startAt}
          onOpen={({ id }) => {
            setStartAt(id);
            desk.go(`${STATUTORY}?record=${id}`);
          }}
        />
      </div>
      <WaitingCard quiet />
    </div>
  );
}
