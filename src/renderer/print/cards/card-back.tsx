import type { ContactCard } from '#shared/contract/cards.ts';
import { CARD_WORDS, type CardLine } from './card-words.ts';
import { QrCode } from '#renderer/ui/basic/qr-code.tsx';
import { contactText } from './vcard.ts';
import styles from './cards.module.css';

/** When to call what, the emergency number first, and the card's own date and batch. */
export function CardBack({ card }: { readonly card: ContactCard }) {
  const contact = contactText(card);
  return (
    <article className={styles.card}>
      <p className={styles.backTitle}>{CARD_WORDS.back}</p>
      <ul className={styles.lines}>
        {linesOf(card).map(({ what, phone }) => (
          <li key={what}>
            <span>{what}</span>
            <strong>{phone}</strong>
          </li>
        ))}
      </ul>
      <div className={styles.backFoot}>
        <p className={styles.issue}>
          {CARD_WORDS.title}
          <br />
          {CARD_WORDS.issued} {card.issuedOn}
          <br />
          {CARD_WORDS.batch} {card.batch}
        </p>
        {contact !== null && <QrCode text={contact} className={styles.code} />}
      </div>
    </article>
  );
}

/** Only numbers that were given. */
function linesOf(card: ContactCard): CardLine[] {
  const { lines } = CARD_WORDS;
  return [
    { what: lines.emergency, phone: lines.emergencyPhone },
    { what: lines.fraud, phone: lines.fraudPhone },
    { what: lines.desk, phone: card.phone },
    { what: lines.station, phone: card.stationPhone },
    { what: lines.leader, phone: card.leaderPhone },
    { what: lines.supervision, phone: card.supervisionPhone },
  ].filter(({ phone }) => phone !== '');
}
