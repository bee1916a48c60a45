import { useTranslation } from 'react-i18next';
import type { Failure } from '#shared/kernel/failure.ts';
import { useFailureWords } from '#renderer/client/words/failure-words.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { Lamp } from '#renderer/ui/basic/lamp.tsx';
import styles from '#renderer/app/app.module.css';

/** No office answers: why, whether the data are safe, what to do. Loading the page again tries once more. */
export function NoOffice({ failure }: { readonly failure: Failure }) {
  const { t } = useTranslation('app');
  const words = useFailureWords();
  return (
    <main className={styles.night} data-ground="night">
      <Lamp state="grey" size={24} />
      <h1>{t('noOffice.title')}</h1>
      <div className={styles.panel}>
        <ErrorPanel words={words(failure)} takesFocus>
          <Button kind="primary" onClick={() => window.location.reload()}>
            {t('noOffice.again')}
          </Button>
        </ErrorPanel>
      </div>
    </main>
  );
}
