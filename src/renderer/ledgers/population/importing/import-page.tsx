/** 导入: five steps from a community's spreadsheet to records. Nothing is written before the last one. */
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import { useMe } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { Back } from '#renderer/ledgers/population/people/record/person-head.tsx';
import { CheckStep } from './check-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { DoneStep } from './done-step.tsx';
import { FileStep } from './file-step.tsx';
import { SheetStep } from './sheet-step.tsx';
import { StepBar } from './step-bar.tsx';
import { useImport, type ImportDesk } from './use-import.ts';
import { Working } from './working.tsx';
import styles from './importing.module.css';

export function ImportPage() {
  const { t } = useTranslation('importing');
  const me = useMe();
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Back />
        <h1>{t('title')}</h1>
      </header>
      {mayCall(me.role, contract.imports.choose) ? <Wizard /> : <Notice tone="violet">{t('locked')}</Notice>}
    </div>
  );
}

function Wizard() {
  const { t } = useTranslation('importing');
  const desk = useImport();
  const { state, working, refused } = desk;
  return (
    <>
      <div className={styles.bar}>
        <StepBar step={state.step} />
        {state.id !== null && state.step !== 'write' && working === null && (
          <Button kind="quiet" onClick={desk.cancel}>
            {t('cancel')}
          </Button>
        )}
      </div>
      {refused !== null && <ErrorPanel words={refused} takesFocus />}
      {working !== null && <Working what={working} onStop={desk.cancel} />}
      <div className={styles.step} inert={working !== null}>
        <StepOf desk={desk} />
      </div>
    </>
  );
}

function StepOf({ desk }: { readonly desk: ImportDesk }) {
  const { step, plan, check, batch } = desk.state;
  if (step === 'write' && batch !== null) return <DoneStep desk={desk} batch={batch} />;
  if (step === 'check' && check !== null) return <CheckStep desk={desk} check={check} />;
  if (step === 'columns' && plan !== null) return <ColumnsStep desk={desk} plan={plan} />;
  if (step === 'sheet' && plan !== null) return <SheetStep desk={desk} plan={plan} />;
  return <FileStep desk={desk} />;
}
