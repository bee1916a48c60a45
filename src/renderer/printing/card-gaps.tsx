import { useTranslation } from 'react-i18next';
import type { ContactCard } from '#shared/contract/cards.ts';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import styles from './printing.module.css';

const FACTS = ['gridRange', 'address', 'hours', 'stationPhone', 'supervisionPhone'] as const;

/** What the office has not given and the card therefore leaves out. Without a phone a card is no use. */
export function CardGaps({ card }: { readonly card: ContactCard }) {
  const { t } = useTranslation('printing');
  const missing = FACTS.filter((fact) => card[fact] === '').map((fact) => t(`facts.${fact}`));
  return (
    <>
      {card.phone === '' && <Notice tone="amber">{t('noPhone')}</Notice>}
      {missing.length > 0 && (
        <p className={styles.hint}>{t('missing', { facts: missing.join(t('listComma')) })}</p>
      )}
    </>
  );
}
