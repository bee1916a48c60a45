import type { ContactCard } from '#shared/contract/cards.ts';
import { CardBack } from './card-back.tsx';
import { CardFront } from './card-front.tsx';
import { CARDS, cardPlace, cutMarks, MARK_WIDTH, SHEET, type Side } from './card-geometry.ts';
import styles from './cards.module.css';

export interface CardSheetProps {
  readonly card: ContactCard;
  readonly side: Side;
}

/** One A4 page of ten cards with cut marks outside of them. */
export function CardSheet({ card, side }: CardSheetProps) {
  return (
    <section className={styles.sheet} lang="zh-CN" data-side={side}>
      <svg className={styles.marks} viewBox={`0 0 ${SHEET.width} ${SHEET.height}`} aria-hidden="true">
        {cutMarks().map((mark) => (
          <line key={`${mark.x1} ${mark.y1}`} {...mark} stroke="#000" strokeWidth={MARK_WIDTH} />
        ))}
      </svg>
      {Array.from({ length: CARDS }, (_, index) => {
        const { x, y } = cardPlace(index, side);
        return (
          <div key={index} className={styles.place} style={{ left: `${x}mm`, top: `${y}mm` }}>
            <Card card={card} side={side} />
          </div>
        );
      })}
    </section>
  );
}

/** A single card, 90 × 54 mm. */
export function Card({ card, side }: CardSheetProps) {
  return side === 'front' ? <CardFront card={card} /> : <CardBack card={card} />;
}
