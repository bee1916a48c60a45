/** Open matters of the same people or at the same door, shown before the same thing is written down twice. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useOffice } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { StageChip } from '#renderer/ledgers/disputes/chips.tsx';
import { useDisputeWords } from '#renderer/ledgers/disputes/dispute-words.ts';
import type { IntakeValues } from './intake-values.ts';
import styles from './intake.module.css';

export function AlikePanel({ values }: { readonly values: Pick<IntakeValues, 'addressId' | 'parties'> }) {
  const { t } = useTranslation('disputeIntake');
  const { queries } = useOffice();
  const words = useDisputeWords();
  const desk = useDesk();
  const residents = values.parties.flatMap(({ residentId }) => residentId ?? []);
  const enough = values.addressId !== null || residents.length >= 2;
  const alike = useQuery(
    queries.disputes.alike.queryOptions({
      input: { addressId: values.addressId, residents },
      enabled: enough,
      placeholderData: keepPreviousData,
      gcTime: 0,
    }),
  );
  const found = enough ? (alike.data ?? []) : [];
  return (
    <div role="region" aria-label={t('alike')} aria-live="polite">
      {found.length > 0 && (
        <div className={styles.alike}>
          <h3>{t('alike')}</h3>
          <ul>
            {found.map((row) => (
              <li key={row.id}>
                <span>
                  {words.type(row.type)} · {words.parties(row)} <StageChip stage={row.stage} />
                </span>
                <Button size="small" onClick={() => desk.go(`/disputes/${row.id}`)}>
                  {t('alikeOpen')}
                </Button>
              </li>
            ))}
          </ul>
          <p className={styles.soft}>{t('alikeNote')}</p>
        </div>
      )}
    </div>
  );
}
