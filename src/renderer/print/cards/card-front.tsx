import type { ContactCard } from '#shared/contract/cards.ts';
import { CARD_WORDS } from './card-words.ts';
import { fitPt, NAME_STEPS, OFFICE_STEPS } from './fit-text.ts';
import styles from './cards.module.css';

/** Who to call. The phone is the largest thing on the card: these cards are read by old eyes for years. */
export function CardFront({ card }: { readonly card: ContactCard }) {
  const spaced = [...card.officerName].length === 2;
  const role = [
    CARD_WORDS.roles[card.role],
    card.badgeNo === '' ? '' : `${CARD_WORDS.badge} ${card.badgeNo}`,
  ].filter(Boolean);
  return (
    <article className={styles.card}>
      <p className={styles.station}>{card.stationName}</p>
      <p className={styles.office} style={{ fontSize: `${fitPt(card.officeName, OFFICE_STEPS)}pt` }}>
        {card.officeName}
      </p>
      <div className={styles.person}>
        <span
          className={styles.name}
          data-spaced={spaced}
          style={{ fontSize: `${fitPt(card.officerName, NAME_STEPS)}pt` }}
        >
          {card.officerName}
        </span>
        <span className={styles.role}>{role.join(' · ')}</span>
      </div>
      {card.phone !== '' && (
        <p className={styles.phone}>
          <span className={styles.label}>{CARD_WORDS.phone}</span>
          <span className={styles.number}>{card.phone}</span>
        </p>
      )}
      <dl className={styles.facts}>
        <Line label={CARD_WORDS.grid} value={card.gridRange} />
        <Line label={CARD_WORDS.address} value={card.address} />
        <Line label={CARD_WORDS.hours} value={card.hours} />
      </dl>
    </article>
  );
}

function Line({ label, value }: { readonly label: string; readonly value: string }) {
  if (value === '') return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}
