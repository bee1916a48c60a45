import { Drawer } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useEscape } from './escape.ts';
import styles from './layers.module.css';

export interface SideDrawerProps {
  readonly opened: boolean;
  readonly title: ReactNode;
  readonly onClose: () => void;
  /** Beside the title, such as the time of the draft. */
  readonly note?: ReactNode;
  readonly children: ReactNode;
}

/** 480 px at the right over any screen; what lies beside it stays visible. Opens without a transition. */
export function SideDrawer({ opened, title, onClose, note, children }: SideDrawerProps) {
  const { t } = useTranslation('ui');
  useEscape(opened, onClose);
  return (
    <Drawer.Root
      opened={opened}
      onClose={onClose}
      position="right"
      size={480}
      transitionProps={{ duration: 0 }}
      closeOnEscape={false}
      classNames={{
        overlay: styles.drawerShade ?? '',
        content: styles.drawer ?? '',
        header: styles.drawerHeader ?? '',
        title: styles.dialogTitle ?? '',
        body: styles.drawerBody ?? '',
      }}
    >
      <Drawer.Overlay />
      <Drawer.Content>
        <Drawer.Header role="presentation">
          <Drawer.Title>{title}</Drawer.Title>
          {note !== undefined && <span className={styles.drawerNote}>{note}</span>}
          <Drawer.CloseButton aria-label={t('close')} />
        </Drawer.Header>
        <Drawer.Body>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  );
}
