import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { DoublePair } from '#shared/contract/population/residents.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import { belongsToInputMethod } from '#renderer/ui/keys/use-key.ts';
import styles from './doubles.module.css';

export interface PairListProps {
  readonly pairs: readonly DoublePair[];
  /** All pairs there are, of which these are the first. */
  readonly total: number;
  readonly at: number;
  readonly onChoose: (index: number) => void;
  readonly more: (() => void) | null;
}

/** The queue: what is left, surest first. Arrows go from pair to pair. */
export function PairList({ pairs, total, at, onChoose, more }: PairListProps) {
  const { t } = useTranslation('doubles');
  const press = (event: KeyboardEvent<HTMLUListElement>) => {
    if (belongsToInputMethod(event)) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = Math.min(pairs.length - 1, Math.max(0, at + step));
    onChoose(next);
    event.currentTarget.querySelectorAll<HTMLElement>('[role=option]')[next]?.focus();
  };
  return (
    <section className={styles.pairs}>
      <p className={styles.left} role="status">
        {t('left', { count: total })}
      </p>
      <ul role="listbox" aria-label={t('list')} onKeyDown={press}>
        {pairs.map((pair, index) => (
          <li
            key={`${pair.a.id} ${pair.b.id}`}
            role="option"
            aria-selected={index === at}
            tabIndex={index === at ? 0 : -1}
            className={styles.pair}
            onClick={() => onChoose(index)}
          >
            <span className={styles.names}>
              {pair.a.name === pair.b.name
                ? pair.a.name
                : t('pair', { left: pair.a.name, right: pair.b.name })}
            </span>
            <Chip tone={pair.kind === 'same-number' ? 'red' : 'amber'}>{t(`kinds.${pair.kind}`)}</Chip>
          </li>
        ))}
      </ul>
      {more !== null && (
        <Button kind="quiet" size="small" onClick={more}>
          {t('more')}
        </Button>
      )}
    </section>
  );
}
