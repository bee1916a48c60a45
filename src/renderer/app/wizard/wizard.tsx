/** The first run: language, office, first administrator, recovery code, backup place. Going back keeps what was typed. */
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language, Me } from '#shared/contract/session.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Lamp } from '#renderer/ui/basic/lamp.tsx';
import { setLanguage } from '#renderer/app/language.ts';
import { AdministratorStep } from './administrator-step.tsx';
import { BackupStep } from './backup-step.tsx';
import { BeginningStep } from './beginning-step.tsx';
import { DoneStep } from './done-step.tsx';
import { LanguageStep } from './language-step.tsx';
import { OfficeStep } from './office-step.tsx';
import { RecoveryStep } from './recovery-step.tsx';
import type { AdministratorWords, OfficeWords } from './wizard-words.ts';
import styles from './wizard.module.css';

export interface WizardProps {
  /** The office exists and is open from now on. */
  readonly onFounded: (me: Me) => void;
  readonly onDone: (path: string) => void;
}

const STEPS = ['language', 'beginning', 'office', 'administrator', 'recovery', 'backup', 'done'] as const;
type Step = (typeof STEPS)[number];

export function Wizard({ onFounded, onDone }: WizardProps) {
  const { t } = useTranslation('wizard');
  const { client, session } = useOffice();
  const [step, setStep] = useState<Step>('language');
  const [language, choose] = useState<Language>(session.language);
  const [office, setOffice] = useState<OfficeWords>({ name: '', stationName: '', code: '' });
  const [administrator, setAdministrator] = useState<AdministratorWords>({
    name: '',
    login: '',
    password: '',
    again: '',
  });
  const [fromStation, setFromStation] = useState(false);
  const [code, setCode] = useState('');
  const [typedCode, setTypedCode] = useState('');
  useEffect(() => setLanguage(language), [language]);

  const found = async (person: AdministratorWords) => {
    const { name, login, password } = person;
    setAdministrator(person);
    const begun = await client.setup.begin({ language, office, administrator: { name, login, password } });
    setCode(begun.recoveryCode);
    setTypedCode('');
    setStep('recovery');
  };
  return (
    <main className={styles.wizard}>
      <header className={styles.head} data-ground="night">
        <Lamp state={step === 'done' ? 'steady' : 'grey'} size={16} />
        <h1>{t('title')}</h1>
        <ol className={styles.steps}>
          {STEPS.map((one) => (
            <li key={one} aria-current={one === step ? 'step' : undefined}>
              {t(`steps.${one}`)}
            </li>
          ))}
        </ol>
      </header>
      <div className={styles.panel}>
        {step === 'language' && (
          <LanguageStep language={language} onChoose={choose} onNext={() => setStep('beginning')} />
        )}
        {step === 'beginning' && (
          <BeginningStep
            onBack={() => setStep('language')}
            onNew={(from) => {
              setFromStation(from === 'station');
              setStep('office');
            }}
          />
        )}
        {step === 'office' && (
          <OfficeStep
            words={office}
            onBack={(words) => {
              setOffice(words);
              setStep('beginning');
            }}
            onNext={(words) => {
              setOffice(words);
              setStep('administrator');
            }}
          />
        )}
        {step === 'administrator' && (
          <AdministratorStep
            words={administrator}
            office={office}
            onBack={(words) => {
              setAdministrator(words);
              setStep('office');
            }}
            onFound={found}
          />
        )}
        {step === 'recovery' && (
          <RecoveryStep
            code={code}
            typed={typedCode}
            onTyped={setTypedCode}
            onBack={() => setStep('administrator')}
            onNext={() => setStep('backup')}
          />
        )}
        {step === 'backup' && (
          <BackupStep
            onBack={() => setStep('recovery')}
            onFinish={async (backup) => {
              const me = await client.setup.finish({ code: typedCode, backup });
              setStep('done');
              onFounded(me);
            }}
          />
        )}
        {step === 'done' && <DoneStep office={office.name} fromStation={fromStation} onDone={onDone} />}
      </div>
    </main>
  );
}
