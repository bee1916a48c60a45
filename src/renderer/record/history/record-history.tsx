/** Who changed a record and what; who looked at what is masked, and why. Both come from the journal. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HistoryEntry } from '#shared/contract/desk.ts';
import type { LedgerName } from '#shared/ledgers/names.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { Card } from '#renderer/ui/basic/card.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { fullMoment } from '#renderer/ui/basic/moment.ts';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import { TabPanel, Tabs } from '#renderer/ui/basic/tabs.tsx';
import { ChangeList } from './change-list.tsx';
import type { ShownFields } from './shown-field.ts';
import { useDeedWords, useHistory } from './use-history.ts';
import styles from './history.module.css';

type Tab = 'changes' | 'seen';

export interface RecordHistoryProps {
  readonly ledger: LedgerName;
  readonly id: string;
  readonly show: ShownFields;
}

export function RecordHistory({ ledger, id, show }: RecordHistoryProps) {
  const { t } = useTranslation('history');
  const errorWords = useErrorWords();
  const [tab, setTab] = useState<Tab>('changes');
  const history = useHistory(ledger, id);
  const entries = history.data ?? [];
  const of: Readonly<Record<Tab, readonly HistoryEntry[]>> = {
    changes: entries.filter((entry) => entry.what !== 'seen'),
    seen: entries.filter((entry) => entry.what === 'seen'),
  };
  const label = (one: Tab) => `${t(one)} ${history.data === undefined ? '' : of[one].length}`;
  return (
    <Card padded={false}>
      <div className={styles.tabs}>
        <Tabs
          label={t('changes')}
          tabs={[
            { id: 'changes', label: label('changes') },
            { id: 'seen', label: label('seen') },
          ]}
          current={tab}
          onChange={setTab}
        />
      </div>
      <TabPanel id={tab}>
        <div className={styles.history}>
          {history.isPending && <SkeletonRows rows={3} />}
          {history.error !== null && <ErrorPanel words={errorWords(history.error)} />}
          {history.data !== undefined && (
            <Entries entries={of[tab]} show={show} none={t(tab === 'seen' ? 'nobody' : 'noChanges')} />
          )}
        </div>
      </TabPanel>
    </Card>
  );
}

interface EntriesProps {
  readonly entries: readonly HistoryEntry[];
  readonly show: ShownFields;
  readonly none: string;
}

function Entries({ entries, show, none }: EntriesProps) {
  const { t } = useTranslation('history');
  const deed = useDeedWords();
  if (entries.length === 0) return <p className={styles.empty}>{none}</p>;
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{t('when')}</th>
          <th scope="col">{t('who')}</th>
          <th scope="col">{t('what')}</th>
          <th scope="col">{t('details')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={`${entry.epoch}-${entry.n}`}>
            <td>{fullMoment(entry.at)}</td>
            <td>{entry.byName}</td>
            <td>{deed(entry.what)}</td>
            <td>
              <ChangeList entry={entry} show={show} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
