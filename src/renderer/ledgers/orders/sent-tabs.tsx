/** The three parts of the room, each with what is left in it. Corrections are an officer's, and nobody else sees the tab. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import { useMe } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { TabPanel, Tabs } from '#renderer/ui/basic/tabs.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { useOrdersDue, useUnreadNotices, useWaitingCorrections } from './sent-due.ts';

const PATHS = {
  orders: '/orders',
  notices: '/orders/notices',
  corrections: '/orders/corrections',
} as const;
type Part = keyof typeof PATHS;

export function SentTabs({ current, children }: { readonly current: Part; readonly children: ReactNode }) {
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
    <>
      <Tabs
        label={t('tabs.label')}
        tabs={parts.map((part) => ({ id: part, label: label(part) }))}
        current={current}
        onChange={(part) => desk.go(PATHS[part])}
      />
      <TabPanel id={current}>{children}</TabPanel>
    </>
  );
}
