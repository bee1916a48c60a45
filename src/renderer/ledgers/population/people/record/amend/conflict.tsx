import { useTranslation } from 'react-i18next';
import type { ResidentRow } from '#shared/contract/population/residents.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { useHistory } from '#renderer/record/history/use-history.ts';
import { useShownFields } from '#renderer/ledgers/population/people/record/shown-fields.ts';
import styles from '#renderer/ledgers/population/people/record/record.module.css';

/** What both the row and the history name alike. */
const COMPARED = [
  'name',
  'otherName',
  'idType',
  'sex',
  'residenceType',
  'housing',
  'relation',
  'stayFrom',
  'stayUntil',
  'registerAddress',
  'registerDivision',
  'noticeGivenOn',
  'outState',
  'outOn',
  'verifiedOn',
] as const satisfies readonly (keyof ResidentRow)[];

export interface ConflictProps {
  readonly began: ResidentRow;
  readonly now: ResidentRow;
  readonly onOverwrite: () => void;
}

/** Somebody else saved first: who, and what is different now. Nothing typed is lost; what happens next is chosen. */
export function Conflict({ began, now, onOverwrite }: ConflictProps) {
  const { t } = useTranslation(['record', 'history']);
  const show = useShownFields();
  const history = useHistory('residents', now.id);
  const by = history.data?.find((entry) => entry.what === 'changed')?.byName ?? '';
  const lines = [
    ...(began.addressLine === now.addressLine ? [] : [[show.field('addressId'), now.addressLine]]),
    ...COMPARED.filter((field) => began[field] !== now[field]).map((field) => {
      const value = now[field];
      return [show.field(field), value === null ? t('history:empty') : (show.value(field, value) ?? value)];
    }),
  ];
  return (
    <Notice tone="amber" action={<Button onClick={onOverwrite}>{t('conflictSave')}</Button>}>
      <div className={styles.conflict}>
        {t('conflict', { name: by })}
        {lines.length === 0 ? (
          <p>{t('conflictSame')}</p>
        ) : (
          <ul>
            {lines.map(([field, value]) => (
              <li key={field}>
                {field}: <strong>{value}</strong>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Notice>
  );
}
