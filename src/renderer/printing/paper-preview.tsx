/** The pages of a paper one below the other, small enough to see a whole one. */
import { useTranslation } from 'react-i18next';
import type { Paper } from '#shared/contract/paper.ts';
import { countPages, PaperPages } from '#renderer/print/paper-pages.tsx';
import { SHEET } from '#renderer/print/cards/card-geometry.ts';
import { Scaled } from './scaled.tsx';
import styles from './printing.module.css';

/** Share of life size at which an A4 page stands beside its order at 1366 px. */
const SCALE = 0.62;

export function PaperPreview({ paper }: { readonly paper: Paper }) {
  const { t } = useTranslation('printing');
  const pages = countPages(paper);
  return (
    <section className={styles.preview} aria-label={t('view')}>
      <p className={styles.issued}>{t('pages', { pages })}</p>
      {/* Scrolled with the keyboard too. */}
      <div className={styles.pages} tabIndex={0} role="group" aria-label={t('view')}>
        <Scaled of={{ width: SHEET.width, height: SHEET.height * pages }} by={SCALE}>
          <PaperPages paper={paper} />
        </Scaled>
      </div>
    </section>
  );
}
