/** For an administrator of an office that holds nothing yet: perhaps it is not a new one at all. */
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';

export function RescueHint() {
  const { t } = useTranslation('rescue');
  const me = useMe();
  const { queries } = useOffice();
  const go = useNavigate();
  const enabled = mayCall(me.role, contract.rescue.state);
  const { data } = useQuery(queries.rescue.state.queryOptions({ input: {}, enabled }));
  if (data?.isNew !== true) return null;
  const open = (
    <Button size="small" onClick={() => void go({ to: '/weekly/rescue' })}>
      {t('open')}
    </Button>
  );
  return (
    <Notice tone="blue" action={open}>
      {t('hint')}
    </Notice>
  );
}
