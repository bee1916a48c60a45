import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import type { OfficeProfile } from '#shared/contract/office.ts';
import { isPhone } from '#shared/kernel/text-input.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { useSave } from '#renderer/client/save.ts';
import { Card } from '#renderer/ui/basic/card.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { Facts } from '#renderer/ui/basic/facts.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import { CheckField } from '#renderer/ui/fields/check-field.tsx';
import { NumberField } from '#renderer/ui/fields/number-field.tsx';
import { PhoneField } from '#renderer/ui/fields/phone-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { weekdayName } from '#renderer/ui/fields/weekday-name.ts';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { OfficeKeyCard } from '#renderer/weekly/keys/office-key-card.tsx';
import { BackupCard } from './backup-card.tsx';
import { WeeklyFields } from './weekly-fields.tsx';
import styles from './settings.module.css';

const WORDS: Readonly<Record<string, 'required' | 'notPhone' | 'label'>> = {
  required: 'required',
  'not-a-phone': 'notPhone',
  label: 'label',
};
const TEXTS = ['gridRange', 'address', 'hours'] as const;
const PHONES = ['phone', 'stationPhone', 'leaderPhone', 'supervisionPhone'] as const;
type Fields = Omit<OfficeProfile, 'code' | 'revision' | 'backupFolder'>;

export function OfficePart() {
  const { queries } = useOffice();
  const me = useMe();
  const errorWords = useErrorWords();
  const profile = useQuery(queries.office.profile.queryOptions({ input: {} }));
  if (profile.error !== null) return <ErrorPanel words={errorWords(profile.error)} />;
  if (profile.data === undefined) return <SkeletonRows />;
  return mayCall(me.role, contract.office.amend) ? (
    <div className={styles.stack}>
      <OfficeForm key={profile.data.revision} profile={profile.data} />
      <BackupCard profile={profile.data} />
      <OfficeKeyCard />
    </div>
  ) : (
    <OfficeFacts profile={profile.data} />
  );
}

function OfficeForm({ profile }: { readonly profile: OfficeProfile }) {
  const { t } = useTranslation('settings');
  const { client, queries } = useOffice();
  const cache = useQueryClient();
  const save = useSave();
  const toast = useToast();
  const { code, revision, backupFolder: _elsewhere, ...fields } = profile;
  const form = useForm<Fields>({
    initial: fields,
    required: ['name', 'stationName'],
    check: (values) =>
      PHONES.filter((name) => values[name] !== '' && !isPhone(values[name])).map((field) => ({
        field,
        rule: 'not-a-phone',
      })),
    words: ({ rule }) => t(WORDS[rule] ?? 'notAccepted'),
  });
  return (
    <Card title={t('parts.office')} note={`${t('office.code')} ${code}`}>
      <FormShell
        form={form}
        label={t('parts.office')}
        saveWords={t('save')}
        save={(values) =>
          save(async () => {
            const amended = await client.office.amend({ revision, fields: values });
            cache.setQueryData(queries.office.profile.queryKey({ input: {} }), amended);
            toast({ tone: 'done', text: t('saved') });
          })
        }
      >
        <div className={styles.narrow}>
          <TextField {...form.field('name')} label={t('office.name')} maxLength={100} autoFocus />
          <TextField {...form.field('stationName')} label={t('office.stationName')} maxLength={100} />
          {TEXTS.map((name) => (
            <TextField key={name} {...form.field(name)} label={t(`office.${name}`)} maxLength={100} />
          ))}
        </div>
        <hr className={styles.divider} />
        <div className={styles.narrow}>
          <p className={styles.hint}>{t('office.paper')}</p>
          {PHONES.map((name) => (
            <PhoneField key={name} {...form.field(name)} label={t(`office.${name}`)} />
          ))}
        </div>
        <hr className={styles.divider} />
        <NumberField
          {...form.field('idleMinutes')}
          label={t('office.idleMinutes')}
          hint={t('office.idleHint')}
          min={3}
          max={15}
        />
        <CheckField
          {...form.field('afterReleaseHelp')}
          label={t('office.afterReleaseHelp')}
          hint={t('office.afterReleaseHint')}
        />
        <hr className={styles.divider} />
        <WeeklyFields form={form} />
      </FormShell>
    </Card>
  );
}

function OfficeFacts({ profile }: { readonly profile: OfficeProfile }) {
  const { t } = useTranslation('settings');
  const { t: inUi } = useTranslation('ui');
  const names = ['code', 'name', 'stationName', ...TEXTS, ...PHONES, 'idleMinutes'] as const;
  return (
    <Card title={t('parts.office')}>
      <div className={styles.stack}>
        <Notice tone="grey">{t('office.onlyAdministrator')}</Notice>
        <Facts
          facts={[
            ...names.map((name) => ({ label: t(`office.${name}`), value: profile[name] })),
            {
              label: t('office.weekly'),
              value: t('office.weeklyAt', {
                weekday: weekdayName(profile.weeklyWeekday, inUi),
                hour: profile.weeklyHour,
              }),
            },
          ]}
        />
      </div>
    </Card>
  );
}
