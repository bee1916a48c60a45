/** The sheet of figures as a paper: of the same days and for the same readers as the screen it stands on. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AUDIENCES } from '#shared/contract/disputes/figures.ts';
import { contract } from '#shared/contract/index.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { OrderForm } from '#renderer/papers/order-form.tsx';
import { PaperDialog } from '#renderer/papers/paper-dialog.tsx';
import { useMaking } from '#renderer/papers/use-making.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { PlainPreview } from './plain-preview.tsx';

export interface FiguresPaperProps {
  readonly from: string;
  readonly to: string;
  readonly audience: (typeof AUDIENCES)[number];
}

export function FiguresPaperButton(props: FiguresPaperProps) {
  const { t } = useTranslation('disputePapers');
  const me = useMe();
  const [opened, setOpened] = useState(false);
  // An auditor reads figures on the screen; papers are the desk's.
  if (!mayCall(me.role, contract.disputePapers.preview)) return null;
  return (
    <>
      <Button onClick={() => setOpened(true)}>{t('figures')}</Button>
      <PaperDialog opened={opened} title={t('figuresTitle')} onClose={() => setOpened(false)}>
        <FiguresOrder {...props} />
      </PaperDialog>
    </>
  );
}

function FiguresOrder({ from, to, audience }: FiguresPaperProps) {
  const { t } = useTranslation('disputePapers');
  const { client } = useOffice();
  const making = useMaking();
  const order = { name: 'dispute-figures', from, to, audience } as const;
  return (
    <>
      <OrderForm
        label={t('figuresTitle')}
        making={making}
        savePdf={() => client.disputePapers.savePdf({ order })}
        print={() => client.disputePapers.print({ order })}
      >
        <p>{`${from} – ${to}`}</p>
      </OrderForm>
      <PlainPreview order={order} />
    </>
  );
}
