/** 可能需要帮助：请联系某某. The one line that somebody agreed to, for whoever serves them; nothing where there is none. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { Notice } from '#renderer/ui/basic/notice.tsx';

export function DeskLines({ residentId }: { readonly residentId: string }) {
  const { t } = useTranslation('personDesk');
  const { queries } = useOffice();
  const me = useMe();
  // A consent that was just withdrawn is not shown from memory.
  const lines = useQuery(
    queries.care.linesOf.queryOptions({
      input: { residentId },
      enabled: mayCall(me.role, contract.care.linesOf),
      staleTime: 0,
      gcTime: 0,
    }),
  );
  return (lines.data ?? []).map(({ contactName, contactPhone }) => (
    <Notice key={`${contactName} ${contactPhone}`} tone="amber">
      {t('line', { name: contactName, phone: contactPhone })}
    </Notice>
  ));
}
