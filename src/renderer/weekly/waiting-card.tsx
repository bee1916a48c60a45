import { useTranslation } from 'react-i18next';
import type { WeeklyStatus } from '#shared/contract/weekly.ts';
import { LEDGERS } from '#shared/ledgers/names.ts';
import { momentWords } from '#renderer/client/words/moment-words.ts';
import { Card } from '#renderer/ui/basic/card.tsx';
import plainTable from '#renderer/ui/table/plain-table.module.css';
import styles from './weekly.module.css';

/** What the next bundle will carry, by ledger, and how far the station has come. */
export function WaitingCard({ status }: { readonly status: WeeklyStatus }) {
  const { t } = useTranslation(['weekly', 'client']);
  const { waiting, waitingLines, confirmedLines, lastReceiptAt } = status;
  const changes = waiting.filter(({ made, changed, retired }) => made + changed + retired > 0);
  const idle = changes.length === 0;
  return (
    <Card title={t('waiting.title')} note={idle ? undefined : t('waiting.lines', { count: waitingLines })}>
      {idle ? (
        <p className={styles.soft}>{t(status.state === 'done' ? 'waiting.notThisWeek' : 'waiting.none')}</p>
      ) : (
        <table className={plainTable.table}>
          <thead>
            <tr>
              <th scope="col">{t('waiting.ledger')}</th>
              <th scope="col">{t('waiting.made')}</th>
              <th scope="col">{t('waiting.changed')}</th>
              <th scope="col">{t('waiting.retired')}</th>
              <th scope="col">{t('waiting.live')}</th>
            </tr>
          </thead>
          <tbody>
            {changes.map(({ ledger, made, changed, retired, live }) => (
              <tr key={ledger}>
                <th scope="row">{ledgerWords(ledger, t)}</th>
                <td>{made}</td>
                <td>{changed}</td>
                <td>{retired}</td>
                <td>{live}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {!idle && changes.length < waiting.length && <p className={styles.meta}>{t('waiting.rest')}</p>}
      <p className={styles.meta}>
        {lastReceiptAt === null
          ? t('waiting.neverConfirmed')
          : t('waiting.confirmed', { lines: confirmedLines, time: momentWords(lastReceiptAt) })}
      </p>
    </Card>
  );
}

type WeeklyWords = ReturnType<typeof useTranslation<['weekly', 'client']>>['t'];

function ledgerWords(ledger: string, t: WeeklyWords): string {
  const known = LEDGERS.find((name) => name === ledger);
  return known === undefined ? ledger : t(`client:ledgers.${known}`);
}
