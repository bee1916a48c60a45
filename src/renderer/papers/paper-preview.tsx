/** The pages of a paper one below the other, as wide as there is room: what is printed can be read here. */
import { useElementSize } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { Paper } from '#shared/contract/paper.ts';
import { countPages, PaperPages } from '#renderer/print/paper-pages.tsx';
import { A4 } from '#renderer/print/a4.ts';
import { Scaled } from './scaled.tsx';
import styles from './papers.module.css';

/** CSS pixels of one millimetre. */
const PX = 96 / 25.4;
/** Beside the page: the scroll bar and its border. */
const BESIDE_PX = 24;
/** Share of life size before the room is measured, and the largest. */
const FIRST = 0.62;
const LARGEST = 1;

export function PaperPreview({ paper }: { readonly paper: Paper }) {
  const { t } = useTranslation('papers');
  const pages = countPages(paper);
  const { ref, width } = useElementSize<HTMLElement>();
  const fits = (width - BESIDE_PX) / (A4.width * PX);
  const scale = width === 0 ? FIRST : Math.min(LARGEST, fits);
  return (
    <section ref={ref} className={styles.preview} aria-label={t('view')}>
      <p className={styles.issued}>{t('pages', { pages })}</p>
      {/* Scrolled with the keyboard too. */}
      <div className={styles.pages} tabIndex={0} role="group" aria-label={t('view')}>
        <Scaled of={{ width: A4.width, height: A4.height * pages }} by={scale}>
          <PaperPages paper={paper} />
        </Scaled>
      </div>
    </section>
  );
}
