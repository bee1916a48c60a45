/** The papers themselves, made smaller or larger: the same document that goes to the printer. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactCard } from '#shared/contract/cards.ts';
import { CARD, SHEET, type Side } from '#renderer/print/cards/card-geometry.ts';
import { Card, CardSheet } from '#renderer/print/cards/card-sheet.tsx';
import { Scaled } from '#renderer/papers/scaled.tsx';
import styles from './printing.module.css';

const VIEWS = ['sheet', 'card'] as const;
type View = (typeof VIEWS)[number];

/** Share of life size, so that both sides stand side by side at 1366 px. */
const SCALE: Readonly<Record<View, number>> = { sheet: 0.47, card: 1.1 };

export interface CardPreviewProps {
  readonly card: ContactCard;
  readonly bothSides: boolean;
}

export function CardPreview({ card, bothSides }: CardPreviewProps) {
  const { t } = useTranslation('printing');
  const [view, setView] = useState<View>('sheet');
  const sides: readonly Side[] = bothSides ? ['front', 'back'] : ['front'];
  return (
    <section className={styles.preview} aria-label={t('view')}>
      <div className={styles.views}>
        {VIEWS.map((one) => (
          <button
            key={one}
            type="button"
            className={styles.view}
            aria-pressed={one === view}
            onClick={() => setView(one)}
          >
            {t(`views.${one}`)}
          </button>
        ))}
        <span className={styles.issued}>{t('issued', { day: card.issuedOn, batch: card.batch })}</span>
      </div>
      <div className={styles.sides}>
        {sides.map((side) => (
          <figure key={side}>
            <figcaption>{t(side)}</figcaption>
            <Scaled of={view === 'sheet' ? SHEET : CARD} by={SCALE[view]}>
              {view === 'sheet' ? <CardSheet card={card} side={side} /> : <Card card={card} side={side} />}
            </Scaled>
          </figure>
        ))}
      </div>
    </section>
  );
}
