import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { Facts } from '#renderer/ui/basic/facts.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import { RetentionCard } from './retention-card.tsx';
import styles from './settings.module.css';

export function AboutPart() {
  const { t } = useTranslation('settings');
  const { queries } = useOffice();
  const me = useMe();
  const errorWords = useErrorWords();
  const about = useQuery(queries.diagnostics.about.queryOptions({ input: {} }));
  if (about.error !== null) return <ErrorPanel words={errorWords(about.error)} />;
  if (about.data === undefined) return <SkeletonRows />;
  const { data } = about;
  return (
    <div className={styles.stack}>
      <Card title={t('parts.about')}>
        <Facts
          facts={[
            { label: t('about.version'), value: data.version },
            { label: t('about.shell'), value: data.shell },
            { label: t('about.node'), value: data.node },
            { label: t('about.sqlite'), value: data.sqlite },
            { label: t('about.schema'), value: data.schema },
            { label: t('about.database'), value: sizeWords(data.databaseBytes) },
            { label: t('about.lines'), value: data.journalLines },
            {
              label: t('about.free'),
              value: data.freeBytes === null ? t('about.unknown') : sizeWords(data.freeBytes),
            },
          ]}
        />
      </Card>
      {mayCall(me.role, contract.retention.status) && <RetentionCard />}
      {mayCall(me.role, contract.journal.verify) && <JournalCheck />}
    </div>
  );
}

function JournalCheck() {
  const { t } = useTranslation('settings');
  const { queries } = useOffice();
  const errorWords = useErrorWords();
  const check = useMutation(queries.journal.verify.mutationOptions());
  return (
    <Card
      title={t('about.check')}
      action={
        <Button busy={check.isPending} onClick={() => check.mutate({})}>
          {check.isPending ? t('about.checking') : t('about.check')}
        </Button>
      }
    >
      <div className={styles.stack}>
        <p>{t('about.checkLead')}</p>
        {check.error !== null && <ErrorPanel words={errorWords(check.error)} takesFocus />}
        {check.data !== undefined && (
          <Notice tone="green">
            {t('about.good', { lines: check.data.lines, forgotten: check.data.forgotten })}{' '}
            <span className={styles.hint}>{t('about.head', { head: check.data.head.slice(0, 16) })}</span>
          </Notice>
        )}
      </div>
    </Card>
  );
}

/** Counted in powers of two, as the system's own dialogs do. */
function sizeWords(bytes: number): string {
  return bytes < 1_073_741_824
    ? `${(bytes / 1_048_576).toFixed(1)} MB`
    : `${(bytes / 1_073_741_824).toFixed(1)} GB`;
}
