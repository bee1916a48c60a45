/**
 * 依法登记: behind one calm question. What is read is held by this screen alone, in no cache, and is gone when it is left, when
 * the window is, or when nobody has touched the office for five minutes. One reason opens the list and the records of one sitting.
 */
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterRecord, MatterRow } from '#shared/contract/key-persons/statutory.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { PageTitle } from '#renderer/ui/basic/section-title.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { RenewalPage } from '#renderer/ledgers/statutory/entry/entry-page.tsx';
import {
  NOT_ASKED,
  ReadingGate,
  type Asked,
  type Reading,
} from '#renderer/ledgers/statutory/reading/reading-gate.tsx';
import { WaitingCard } from '#renderer/ledgers/statutory/reading/waiting-card.tsx';
import { NEW_STATUTORY, STATUTORY } from '#renderer/ledgers/statutory/statutory-commands.ts';
import { OpenLedger } from './open-ledger.tsx';
import styles from './list.module.css';

export interface Read {
  readonly reading: Reading;
  readonly rows: readonly MatterRow[];
}

export function StatutoryPage() {
  const { client } = useOffice();
  const desk = useDesk();
  const record = useLocation({
    select: ({ searchStr }) => new URLSearchParams(searchStr).get('record') ?? '',
  });
  const [asked, setAsked] = useState<Asked>(NOT_ASKED);
  const [read, setRead] = useState<Read | null>(null);
  const [renewed, setRenewed] = useState<MatterRecord | null>(null);
  const look = async (reading: Reading) => setRead({ reading, rows: await client.statutory.list(reading) });
  const hide = (again: Asked) => {
    setRead(null);
    setAsked(again);
  };
  if (renewed !== null)
    return (
      <RenewalPage
        record={renewed}
        onLeave={() => {
          setRenewed(null);
          desk.go(STATUTORY);
        }}
      />
    );
  if (read === null) return <Closed asked={asked} look={look} />;
  return (
    <OpenLedger
      read={read}
      record={record}
      look={look}
      onHide={hide}
      onRenew={(found) => {
        setRead(null);
        setRenewed(found);
      }}
    />
  );
}

interface ClosedProps {
  readonly asked: Asked;
  readonly look: (reading: Reading) => Promise<void>;
}

function Closed({ asked, look }: ClosedProps) {
  const { t } = useTranslation(['statutoryReading', 'statutory']);
  const desk = useDesk();
  return (
    <div className={styles.closed}>
      <PageTitle
        title={t('statutory:title')}
        note={t('note')}
        actions={<Button onClick={() => desk.go(NEW_STATUTORY)}>{t('enter')}</Button>}
      />
      <ReadingGate key={String(asked.explains)} asked={asked} read={look} />
      <WaitingCard quiet={false} />
    </div>
  );
}
