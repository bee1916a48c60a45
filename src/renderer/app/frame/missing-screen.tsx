import { useTranslation } from 'react-i18next';
import { firstRoomOf } from '#renderer/app/rooms.ts';
import { useMe } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';

export function MissingScreen() {
  const { t } = useTranslation('app');
  const desk = useDesk();
  const me = useMe();
  return (
    <EmptyState why={t('missing.title')}>
      <Button kind="primary" onClick={() => desk.go(firstRoomOf(me.role))}>
        {t('missing.home')}
      </Button>
    </EmptyState>
  );
}
