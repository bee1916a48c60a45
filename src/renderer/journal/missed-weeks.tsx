/** The weeks that passed without a bundle on a stick, for whoever looks over the office. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOffice } from '#renderer/client/office.ts';
import { Notice } from '#renderer/ui/basic/notice.tsx';

/** Named one by one; older ones are counted, and stand in the journal below. */
const NAMED = 5;

export function MissedWeeks() {
  const { t } = useTranslation('journal');
  const { queries } = useOffice();
  const { data = [] } = useQuery(queries.weekly.missed.queryOptions({ input: {} }));
  if (data.length === 0) return null;
  const weeks = data.slice(0, NAMED).map(({ year, week }) => t('missedWeek', { year, week }));
  const more = data.length > NAMED ? t('missedMore', { count: data.length - NAMED }) : '';
  return <Notice tone="amber">{t('missed', { weeks: `${weeks.join(t('missedAnd'))}${more}` })}</Notice>;
}
