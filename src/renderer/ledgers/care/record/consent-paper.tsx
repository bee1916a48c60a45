/** The form filled in, to be signed again where a consent is renewed. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PaperDialog } from '#renderer/papers/paper-dialog.tsx';
import { RightsOrderForm } from '#renderer/papers/rights-order.tsx';
import { Button } from '#renderer/ui/basic/button.tsx';

export function ConsentPaper({ id }: { readonly id: string }) {
  const { t } = useTranslation('care');
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button onClick={() => setOpened(true)}>{t('record.print')}</Button>
      <PaperDialog opened={opened} title={t('paper.title')} onClose={() => setOpened(false)}>
        <RightsOrderForm label={t('paper.title')} order={{ name: 'care-consent', id }}>
          <p>{t('paper.hint')}</p>
        </RightsOrderForm>
      </PaperDialog>
    </>
  );
}
