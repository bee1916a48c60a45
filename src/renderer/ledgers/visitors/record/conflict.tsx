import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { VisitRow } from '#shared/contract/visitors.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { useShowField } from './field-words.ts';
import styles from './record.module.css';

const COMPARED = [
  'name',
  'people',
  'matter',
  'summary',
  'papersChecked',
  'result',
  'referredTo',
  'promisedOn',
  'repliedOn',
] as const;

export interface ConflictProps {
  readonly began: VisitRow;
  readonly now: VisitRow;
  readonly onOverwrite: () => void;
}

/** Somebody else saved first: who, and what is different now. Nothing typed is lost; what happens next is chosen. */
export function Conflict({ began, now, onOverwrite }: ConflictProps) {
  const { t } = useTranslation('visitors');
  const { queries } = useOffice();
  const show = useShowField();
  const history = useQuery(queries.history.of.queryOptions({ input: { ledger: 'visitors', id: now.id } }));
  const by = history.data?.find((entry) => entry.what === 'changed')?.byName ?? '';
  const different = COMPARED.filter((field) => began[field] !== now[field]);
  return (
    <Notice tone="amber" action={<Button onClick={onOverwrite}>{t('record.conflictSave')}</Button>}>
      <div className={styles.conflict}>
        {t('record.conflict', { name: by })}
        {different.length === 0 ? (
          <p>{t('record.conflictSame')}</p>
        ) : (
          <ul>
            {different.map((field) => (
              <li key={field}>
                {show.field(field)}: <strong>{show.value(field, now[field])}</strong>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Notice>
  );
}
