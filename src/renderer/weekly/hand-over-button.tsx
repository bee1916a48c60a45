/** The sheet that goes with the stick, to be signed by both sides. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { WeeklyPaperForm } from '#renderer/papers/weekly-paper-form.tsx';
import { PaperDialog } from '#renderer/papers/paper-dialog.tsx';
import { Button } from '#renderer/ui/basic/button.tsx';

export function HandOverButton() {
  const { t } = useTranslation('weekly');
  const [opened, setOpened] = useState(false);
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
