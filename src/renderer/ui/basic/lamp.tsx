/** The lamp: the office's logo and its state light. It never blinks and never speaks alone: it carries its word. */
import { useTranslation } from 'react-i18next';
import styles from './basic.module.css';

/** Steady: unlocked and saved. Ring: saving. Grey: locked. */
export type LampState = 'steady' | 'ring' | 'grey';

export interface LampProps {
  readonly state: LampState;
  /** Diameter of the disc in px. */
  readonly size?: number;
}

export function Lamp({ state, size = 12 }: LampProps) {
  const { t } = useTranslation('ui');
  const words = t(`lamp.${state}`);
  return (
    <svg
      className={styles.lamp}
      width={size * 2}
      height={size * 2}
      viewBox="0 0 24 24"
      role="img"
      data-state={state}
    >
      <title>{words}</title>
      <circle className={styles.lampHalo} cx="12" cy="12" r="10" />
      <circle className={styles.lampDisc} cx="12" cy="12" r="6" />
    </svg>
  );
}
