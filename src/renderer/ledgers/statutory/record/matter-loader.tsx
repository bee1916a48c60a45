/** Opens one matter: a second look that leaves its own line, with the reason of the sitting. */
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatterRecord } from '#shared/contract/key-persons/statutory.ts';
import type { Failure } from '#shared/kernel/failure.ts';
import { toFailure } from '#renderer/client/failure.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Back } from '#renderer/record/back.tsx';
import { RecordQuery } from '#renderer/record/record-query.tsx';
import { STATUTORY } from '#renderer/ledgers/statutory/statutory-commands.ts';
import { MatterPage } from './matter-page.tsx';
import type { MatterPageProps } from './matter-props.ts';

export interface MatterLoaderProps extends Omit<MatterPageProps, 'record'> {
  readonly id: string;
}

export function MatterLoader(props: MatterLoaderProps) {
  const { id, reading, onExplain } = props;
  const { t } = useTranslation(['statutoryRecord', 'statutory']);
  const { client } = useOffice();
  const [record, setRecord] = useState<MatterRecord | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const begun = useRef(false);
  useEffect(() => {
    // Once: every look is witnessed.
    if (begun.current) return;
    begun.current = true;
    client.statutory.open({ id, ...reading }).then(setRecord, (error: unknown) => {
      const why = toFailure(error);
      if (why.code === 'explain-needed') onExplain();
      else setFailure(why);
    });
  }, [client, id, reading, onExplain]);
  return (
    <RecordQuery
      query={{ data: record ?? undefined, error: failure as unknown as Error | null }}
      back={<Back to={STATUTORY}>{t('statutory:title')}</Back>}
      none={t('gone')}
    >
      {(found) => (
        <MatterPage
          {...props}
          record={found}
          onChange={(next) => {
            setRecord(next);
            props.onChange(next);
          }}
        />
      )}
    </RecordQuery>
  );
}
