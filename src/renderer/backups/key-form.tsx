import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupKey, KnownBackup, RestorePreview } from '#shared/contract/backups.ts';
import type { Failure } from '#shared/kernel/failure.ts';
import { toFailure } from '#renderer/client/failure.ts';
import { useFailureWords } from '#renderer/client/words/failure-words.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import type { ErrorWords } from '#renderer/ui/basic/error-panel.tsx';
import { PasswordField } from '#renderer/ui/fields/password-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { FormShell, type SaveOutcome } from '#renderer/ui/form/form-shell.tsx';
import type { RestoreDoor } from './restore-door.ts';
import styles from './backups.module.css';

export interface KeyFormProps {
  readonly door: RestoreDoor;
  readonly backup: KnownBackup;
  readonly onBack: () => void;
  readonly onLooked: (preview: RestorePreview) => void;
}

const BLANK = { own: '', login: '', password: '', code: '' };
type Typed = typeof BLANK;

/** Who asks, and what opens the backup: the first is always asked, the second where today's key does not open it. */
export function KeyForm({ door, backup, onBack, onLooked }: KeyFormProps) {
  const { t } = useTranslation(['backups', 'client']);
  const words = useLookWords();
  const [byCode, setByCode] = useState(false);
  const [needsThen, setNeedsThen] = useState(door.asks === 'key');
  const keyFields = byCode ? (['code'] as const) : (['login', 'password'] as const);
  const required = [...(door.asks === 'password' ? (['own'] as const) : []), ...(needsThen ? keyFields : [])];
  const form = useForm<Typed>({
    initial: BLANK,
    required,
    check: () => [],
    words: ({ field, rule }) => {
      if (rule === 'required') return t('backups:key.required');
      return t(field === 'code' ? 'backups:key.wrongCode' : 'backups:key.wrong');
    },
  });
  const look = async (typed: Typed): Promise<SaveOutcome> => {
    try {
      onLooked(await door.look(backup.backup, typed.own, needsThen ? keyOf(typed, byCode) : null));
      return { ok: true };
    } catch (error) {
      const failure = toFailure(error);
      if (!needsThen && isOtherKey(failure)) {
        setNeedsThen(true);
        return { ok: false, issues: [], words: plain(t('backups:key.older')) };
      }
      if (failure.code === 'wrong-password')
        return { ok: false, issues: [{ field: needsThen ? 'password' : 'own', rule: 'wrong' }], words: null };
      if (failure.code === 'wrong-recovery-code')
        return { ok: false, issues: [{ field: 'code', rule: 'wrong' }], words: null };
      return { ok: false, issues: [], words: words(failure) };
    }
  };
  return (
    <FormShell
      form={form}
      label={t('backups:key.title')}
      marks="optional"
      save={look}
      saveWords={t('backups:key.look')}
      busyWords={t('backups:key.looking')}
      actions={<Button onClick={onBack}>{t('backups:back')}</Button>}
      before={
        <>
          <p>{t('backups:key.of', { name: backup.name })}</p>
          {door.asks === 'key' && <p>{t('backups:key.lead')}</p>}
          <p className={styles.soft}>{t('backups:key.stick')}</p>
        </>
      }
    >
      {door.asks === 'password' && (
        <PasswordField {...form.field('own')} label={t('backups:key.own')} autoFocus />
      )}
      {needsThen && !byCode && (
        <>
          <TextField
            {...form.field('login')}
            label={t('client:login.label')}
            maxLength={40}
            autoFocus={door.asks === 'key'}
          />
          <PasswordField {...form.field('password')} label={t('backups:key.password')} />
        </>
      )}
      {needsThen && byCode && (
        <TextField {...form.field('code')} label={t('backups:key.code')} maxLength={80} autoFocus />
      )}
      {needsThen && (
        <div>
          <Button kind="quiet" size="small" onClick={() => setByCode(!byCode)}>
            {t(byCode ? 'backups:key.byPassword' : 'backups:key.byCode')}
          </Button>
        </div>
      )}
    </FormShell>
  );
}

function keyOf({ login, password, code }: Typed, byCode: boolean): BackupKey {
  return byCode ? { code } : { login: login.normalize('NFKC').trim().toLowerCase(), password };
}

function isOtherKey(failure: Failure): boolean {
  return failure.code === 'invalid' && failure.issues.some(({ rule }) => rule === 'not-opened');
}

function plain(what: string): ErrorWords {
  return { what, safe: '', todo: '', reference: null };
}

const RULES = ['not-a-backup', 'damaged', 'not-opened', 'other-office', 'no-key-file'] as const;

/** What is wrong with a backup has words of its own. */
function useLookWords(): (failure: Failure) => ErrorWords {
  const { t } = useTranslation('backups');
  const words = useFailureWords();
  return (failure) => {
    if (failure.code === 'forbidden') return plain(t('key.notAdministrator'));
    const rule = failure.code === 'invalid' ? failure.issues[0]?.rule : undefined;
    const known = RULES.find((one) => one === rule);
    return known === undefined ? words(failure) : plain(t(`refused.${known}`));
  };
}
