/** 法定义务: how much is owed, as counts. Where nothing is, and for whoever may not know, there is no such block and no gap. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Chip, type ChipTone } from '#renderer/ui/basic/chip.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { STATUTORY } from '#renderer/ledgers/statutory/statutory-commands.ts';
import styles from './today.module.css';

/** The most urgent first. */
const COUNTS = [
  ['overdue', 'red'],
  ['today', 'amber'],
  ['notices', 'amber'],
  ['week', 'blue'],
  ['ending', 'blue'],
  ['waiting', 'grey'],
] as const satisfies readonly (readonly [string, ChipTone])[];

export function StatutoryDue() {
  const { t } = useTranslation('today');
  const { queries } = useOffice();
  const me = useMe();
  const desk = useDesk();
  const { data } = useQuery(
    queries.statutory.due.queryOptions({
      input: {},
      enabled: mayCall(me.role, contract.statutory.due),
      // No event tells of this ledger.
      staleTime: 0,
    }),
  );
  const counts = COUNTS.filter(([name]) => (data?.[name] ?? 0) > 0);
  if (data === undefined || counts.length === 0) return null;
  return (
    <Card
      title={t('statutory.title')}
      action={
        <Button kind="quiet" size="small" onClick={() => desk.go(STATUTORY)}>
          {t('statutory.open')}
        </Button>
      }
    >
      <div className={styles.counts}>
        {counts.map(([name, tone]) => (
          <Chip key={name} tone={tone}>
            {t(`statutory.${name}`, { count: data[name] })}
          </Chip>
        ))}
      </div>
    </Card>
  );
}
