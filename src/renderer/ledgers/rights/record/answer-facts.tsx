import { useTranslation } from 'react-i18next';
import type { RightsRow } from '#shared/contract/key-persons/rights.ts';
import { GROUND_ARTICLES } from '#shared/ledgers/rights/requests.ts';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Facts } from '#renderer/ui/basic/facts.tsx';
import { OutcomeChip } from '#renderer/ledgers/rights/chips.tsx';

/** What stands for three years: an answer is not changed any more. */
export function AnswerFacts({ request }: { readonly request: RightsRow }) {
  const { t } = useTranslation('rights');
  const { identity, outcome, ground, answer, answeredOn, answeredByName } = request;
  return (
    <Card title={t('record.answered')}>
      <Facts
        facts={[
          { label: t('fields.outcome'), value: <OutcomeChip outcome={outcome} /> },
          ...(ground === null
            ? []
            : [
                { label: t('fields.ground'), value: t(`grounds.${ground}`) },
                { label: t('record.by'), value: GROUND_ARTICLES[ground] },
              ]),
          { label: t('fields.answer'), value: answer },
          { label: t('fields.identity'), value: identity === null ? null : t(`proofs.${identity}`) },
          { label: t('fields.answeredOn'), value: answeredOn },
          { label: t('fields.answeredBy'), value: answeredByName },
        ]}
      />
    </Card>
  );
}
