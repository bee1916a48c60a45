/** The left side of every paper: its fields, what came of it, and the two ways out: a file or the printer. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import type { Making } from './use-making.ts';
import styles from './papers.module.css';

export interface OrderFormProps {
  readonly label: string;
  readonly making: Making;
  /** Nothing to print yet: something has to be chosen first. */
  readonly waits?: boolean;
  readonly savePdf: () => Promise<{ readonly file: string; readonly pages: number }>;
  readonly print: () => Promise<{ readonly pages: number }>;
  readonly children: ReactNode;
  /** Below the buttons: how to set the printer. */
  readonly after?: ReactNode;
}

export function OrderForm({ label, making, waits = false, savePdf, print, children, after }: OrderFormProps) {
  const { t } = useTranslation('papers');
  const { working, done, refused, make } = making;
  const send = () =>
    make(async () => {
      const { pages } = await print();
      return t('printed', { pages });
    });
  const save = () =>
    make(async () => {
      const { file, pages } = await savePdf();
      return t('saved', { file, pages });
    });
  return (
    <Card>
      <form
        className={styles.order}
        aria-label={label}
        onSubmit={(event) => {
          event.preventDefault();
          if (!waits) send();
        }}
      >
        {children}
        {refused !== null && <ErrorPanel words={refused} takesFocus />}
        {done !== null && (
          <div role="status">
            <Notice tone="green">{done}</Notice>
          </div>
        )}
        <div className={styles.deeds}>
          <Button size="desk" busy={working} disabled={waits} onClick={save}>
            {t('savePdf')}
          </Button>
          <Button kind="primary" size="desk" type="submit" keys="Enter" busy={working} disabled={waits}>
            {working ? t('working') : t('print')}
          </Button>
        </div>
        <p className={styles.hint}>{t('hint')}</p>
        {after}
      </form>
    </Card>
  );
}
