/** The three parts of the room, each with what is left in it. Corrections are an officer's, and nobody else sees the tab. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import { useMe } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { PageTitle } from '#renderer/ui/basic/section-title.tsx';
import { TabPanel, Tabs } from '#renderer/ui/basic/tabs.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import listPage from '#renderer/ui/table/list-page.module.css';
import { useOrdersDue, useUnreadNotices, useWaitingCorrections } from './sent-due.ts';
import styles from './orders.module.css';

const PATHS = {
  orders: '/orders',
  notices: '/orders/notices',
  corrections: '/orders/corrections',
} as const;
type Part = keyof typeof PATHS;

export interface SentRoomProps {
  readonly current: Part;
  /** Beside the title: which of them are shown, or what they are. */
  readonly note: ReactNode;
  /** The part is one list, which fills the screen. */
  readonly isList?: boolean;
  readonly children: ReactNode;
}

/** The tabs stay where they are when another part is chosen. */
export function SentRoom({ current, note, isList = false, children }: SentRoomProps) {
  const { t } = useTranslation('orders');
  const desk = useDesk();
  const me = useMe();
  const left: Readonly<Record<Part, number>> = {
    orders: useOrdersDue().open,
    notices: useUnreadNotices(),
    corrections: useWaitingCorrections(),
  };
  const parts: readonly Part[] = mayCall(me.role, contract.corrections.list)
    ? ['orders', 'notices', 'corrections']
    : ['orders', 'notices'];
  const label = (part: Part) => (left[part] > 0 ? `${t(`tabs.${part}`)} ${left[part]}` : t(`tabs.${part}`));
  return (
    <div className={`${styles.room} ${isList ? listPage.page : ''}`}>
      <PageTitle title={t('title')} note={note} />
      <Tabs
        label={t('tabs.label')}
        tabs={parts.map((part) => ({ id: part, label: label(part) }))}
        current={current}
        onChange={(part) => desk.go(PATHS[part])}
      />
      <TabPanel id={current}>{children}</TabPanel>
    </div>
  );
}
