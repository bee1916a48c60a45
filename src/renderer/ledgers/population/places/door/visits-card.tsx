import { useTranslation } from 'react-i18next';
import type { HomeVisitRow } from '#shared/contract/population/addresses.ts';
import { fullMoment } from '#renderer/ui/basic/moment.ts';
import { Card } from '#renderer/ui/basic/card.tsx';
import { usePlaceWords } from '#renderer/ledgers/population/places/places-words.ts';
import shared from '#renderer/record/record.module.css';

/** Visits to one door, newest first: so that nobody goes twice in vain. */
export function VisitsCard({ visits }: { readonly visits: readonly HomeVisitRow[] }) {
  const { t } = useTranslation('door');
  const words = usePlaceWords();
  return (
    <Card title={t('visits.title')} note={visits.length === 0 ? '' : visits.length} padded={false}>
      {visits.length === 0 ? (
        <p className={`${shared.inset} ${shared.soft}`}>{t('visits.none')}</p>
      ) : (
        <table className={shared.table}>
          <thead>
            <tr>
              <th scope="col">{t('visits.when')}</th>
              <th scope="col">{t('visits.purpose')}</th>
              <th scope="col">{t('visits.result')}</th>
              <th scope="col">{t('visits.who')}</th>
            </tr>
          </thead>
          <tbody>
            {visits.map((visit) => (
              <tr key={visit.id}>
                <td className={shared.short}>{fullMoment(visit.visitedAt)}</td>
                <td>{words.purpose(visit.purpose)}</td>
                <td>
                  {words.result(visit.result)}
                  {visit.nextDueOn !== null && (
                    <span className={shared.soft}> · {t('visits.next', { day: visit.nextDueOn })}</span>
                  )}
                </td>
                <td>
                  {visit.byName}
                  {visit.companionName !== null && (
                    <span className={shared.soft}> · {t('visits.with', { name: visit.companionName })}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
