/** Blank papers about a person's own rights and duties: printed ahead, with nobody on them. */
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import type { RightsOrder } from '#shared/contract/key-persons/papers.ts';
import { RightsOrderForm } from '#renderer/papers/rights-order.tsx';
import styles from './printing.module.css';

const ORDERS = {
  'care-consent': { name: 'care-consent', id: null },
  'rights-reply': { name: 'rights-reply', id: null },
  'blank-duty-slip': { name: 'blank-duty-slip' },
} as const satisfies Readonly<Record<string, RightsOrder>>;
type BlankName = keyof typeof ORDERS;

function PersonBlank({ name }: { readonly name: BlankName }) {
  const { t } = useTranslation('printing');
  return (
    <div className={styles.columns}>
      <RightsOrderForm label={t(`papers.${name}`)} order={ORDERS[name]}>
        <p className={styles.hint}>{t(`personBlanks.${name}`)}</p>
      </RightsOrderForm>
    </div>
  );
}

const needs = contract.rightsPapers.preview;

/** As the printing screen lists them. */
export const PERSON_BLANKS = {
  'care-consent': { needs, Screen: () => <PersonBlank name="care-consent" /> },
  'rights-reply': { needs, Screen: () => <PersonBlank name="rights-reply" /> },
  'blank-duty-slip': { needs, Screen: () => <PersonBlank name="blank-duty-slip" /> },
};
