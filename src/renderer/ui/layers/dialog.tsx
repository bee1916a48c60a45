import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEscape } from './escape.ts';
import styles from './layers.module.css';

export interface DialogProps {
  readonly opened: boolean;
  /** A noun that names the object. */
  readonly title: ReactNode;
  readonly onClose: () => void;
  /** Width in px; the content scrolls inside when the screen is small. */
  readonly width?: number;
  readonly children: ReactNode;
}

/** A question or a small form over the screen. Esc closes it and loses nothing. */
export function Dialog({ opened, title, onClose, width = 480, children }: DialogProps) {
  const { t } = useTranslation('ui');
  useEscape(opened, onClose);
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={width}
      centered
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
      classNames={{ content: styles.dialog ?? '', title: styles.dialogTitle ?? '' }}
    >
      <Modal.Overlay />
      <Modal.Content>
        <Modal.Header role="presentation">
          <Modal.Title>{title}</Modal.Title>
          <Modal.CloseButton aria-label={t('close')} />
        </Modal.Header>
        <Modal.Body>{children}</Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

/** Buttons at the end of a dialog, the safe one first in reading order and the deed last. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className={styles.dialogActions}>{children}</div>;
}
