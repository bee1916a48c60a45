/** The foot of the panel: what each key does with the chosen line. */
import { useTranslation } from 'react-i18next';
import { Kbd } from '#renderer/ui/basic/kbd.tsx';
import styles from './finding.module.css';

export interface FindKeysProps {
  readonly searches: boolean;
  /** The open form can take the chosen line. */
  readonly takes: boolean;
  readonly peeks: boolean;
}

export function FindKeys({ searches, takes, peeks }: FindKeysProps) {
  const { t } = useTranslation('find');
  const keys = [
    { keys: 'Enter', words: t('keys.open'), shown: true },
    { keys: 'Ctrl+Enter', words: t('keys.use'), shown: takes },
    { keys: 'Alt+Enter', words: t('keys.peek'), shown: peeks },
    { keys: '>', words: t('keys.commands'), shown: searches },
    { keys: 'Escape', words: t('keys.close'), shown: true },
  ];
  return (
    <div className={styles.keys}>
      {keys
        .filter(({ shown }) => shown)
        .map((one) => (
          <span key={one.keys}>
            <Kbd keys={one.keys} /> {one.words}
          </span>
        ))}
      {searches && <span className={styles.notKept}>{t('notKept')}</span>}
    </div>
  );
}
