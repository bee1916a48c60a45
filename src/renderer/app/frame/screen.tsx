import { Outlet, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMe } from '#renderer/client/office.ts';
import { mayCall, rolesOf } from '#renderer/client/permissions.ts';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { PageTitle } from '#renderer/ui/basic/section-title.tsx';
import { ErrorBoundary } from '#renderer/app/error-boundary.tsx';
import { isHidden, neededAt, roomAt } from '#renderer/app/rooms.ts';
import { MissingScreen } from './missing-screen.tsx';

/** One screen: closed to roles that may not use it, and with its own net under it. */
export function Screen() {
  const { t } = useTranslation(['app', 'client']);
  const me = useMe();
  const path = useLocation({ select: (location) => location.pathname });
  const room = roomAt(path);
  const needs = neededAt(path);
  if (room !== null && isHidden(room, me.role)) return <MissingScreen />;
  if (room !== null && needs !== null && !mayCall(me.role, needs)) {
    const roles = rolesOf(needs).map((role) => t(`client:roles.${role}`));
    return (
      <>
        <PageTitle title={t(room.word)} />
        <Notice tone="violet">
          {t('closed.title')} {t('closed.text', { roles: roles.join(' / ') })}
        </Notice>
      </>
    );
  }
  return (
    <ErrorBoundary key={path}>
      <Outlet />
    </ErrorBoundary>
  );
}
