/** The sheet that goes with the stick, to be signed by both sides. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import { useMe } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { WeeklyPaperForm } from '#renderer/papers/weekly-paper-form.tsx';
import { PaperDialog } from '#renderer/papers/paper-dialog.tsx';
import { Button } from '#renderer/ui/basic/button.tsx';

export function HandOverButton() {
  const { t } = useTranslation('weekly');
  const me = useMe();
  const [opened, setOpened] = useState(false);
  if (!mayCall(me.role, contract.weeklyPapers.print)) return null;
  return (
    <>
      <Button onClick={() => setOpened(true)}>{t('handOver.print')}</Button>
      <PaperDialog opened={opened} title={t('handOver.title')} onClose={() => setOpened(false)}>
        {opened && (
          <WeeklyPaperForm label={t('handOver.title')} order={{ name: 'hand-over', blank: false }}>
            <p>{t('handOver.hint')}</p>
          </WeeklyPaperForm>
        )}
      </PaperDialog>
    </>
  );
}
