import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './form.module.css';

/** Something to look at again that keeps nobody from saving. */
export function Attention({ children }: { readonly children: ReactNode }) {
  return (
    <p className={styles.attention}>
      <IconAlertTriangle size={14} aria-hidden="true" /> {children}
    </p>
  );
}
