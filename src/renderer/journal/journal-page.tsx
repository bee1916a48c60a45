/** The auditor's page: what was done, and what was sealed. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import { useMe } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { PageTitle } from '#renderer/ui/basic/section-title.tsx';
import { TabPanel, Tabs } from '#renderer/ui/basic/tabs.tsx';
import { JournalLines } from './journal-lines.tsx';
import { SealedList } from './sealed-list.tsx';
import { MissedWeeks } from './missed-weeks.tsx';
import styles from './journal.module.css';

const PARTS = ['lines', 'sealed'] as const;
type Part = (typeof PARTS)[number];

export function JournalPage() {
  const { t } = useTranslation('journal');
  const me = useMe();
  const [part, setPart] = useState<Part>('lines');
  return (
    <div className={styles.page}>
      <PageTitle title={t('title')} note={t('note')} />
      <MissedWeeks />
      {mayCall(me.role, contract.sealed.list) && (
        <Tabs
          label={t('parts.label')}
          tabs={PARTS.map((one) => ({ id: one, label: t(`parts.${one}`) }))}
          current={part}
          onChange={setPart}
        />
      )}
      <TabPanel id={part}>{part === 'lines' ? <JournalLines /> : <SealedList />}</TabPanel>
    </div>
  );
}
