/**
 * What the record says and what is proposed, side by side. What nobody changed since is ticked at first; what the office
 * changed itself has to be chosen by hand.
 */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProposalRecord, ProposalRow } from '#shared/contract/sent/corrections.ts';
import { preselected } from '#shared/ledgers/sent/corrections.ts';
import { useOffice } from '#renderer/client/office.ts';
import { invalidateRoom } from '#renderer/client/watch.ts';
import { RecordQuery } from '#renderer/record/record-query.tsx';
import { useIssueDeed } from '#renderer/record/use-issue-deed.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import { CheckField } from '#renderer/ui/fields/check-field.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { Decline } from './decline.tsx';
import { fieldWords, recordPath, useShownLedgers, valueWords } from './shown-proposal.ts';
import styles from './corrections.module.css';

export function Answer({ row }: { readonly row: ProposalRow }) {
  const { t } = useTranslation('corrections');
  const { queries } = useOffice();
  const query = useQuery(queries.corrections.open.queryOptions({ input: { id: row.id } }));
  return (
    <RecordQuery query={query} none={t('none')}>
      {(proposal) => <Choice key={proposal.revision} proposal={proposal} />}
    </RecordQuery>
  );
}

function Choice({ proposal }: { readonly proposal: ProposalRecord }) {
  const { t } = useTranslation('corrections');
  const { client } = useOffice();
  const cache = useQueryClient();
  const desk = useDesk();
  const toast = useToast();
  const show = useShownLedgers()[proposal.ledger];
  const [chosen, setChosen] = useState(() => firstChoice(proposal));
  const deed = useIssueDeed(({ field }) => t('refused', { fields: fieldWords(show, field) }));
  const { id, revision, values } = proposal;
  const accept = async () => {
    if (chosen.length === 0) {
      toast({ tone: 'failed', text: t('nothing') });
      return;
    }
    if ((await deed(() => client.corrections.accept({ id, revision, fields: chosen }))) === null) return;
    toast({ tone: 'done', text: t('accepted') });
    await invalidateRoom(cache, proposal.ledger);
  };
  const path = recordPath(proposal.ledger, proposal.record);
  return (
    <>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('field')}</th>
            <th scope="col">{t('now')}</th>
            <th scope="col">{t('proposed')}</th>
          </tr>
        </thead>
        <tbody>
          {values.map(({ field, now, proposed, changedSince }) => (
            <tr key={field}>
              <td>
                <CheckField
                  name={field}
                  label={fieldWords(show, field)}
                  value={chosen.includes(field)}
                  onChange={(isOn) =>
                    setChosen(isOn ? [...chosen, field] : chosen.filter((one) => one !== field))
                  }
                />
              </td>
              <td>
                {valueWords(show, field, now, t('empty'))}{' '}
                {changedSince && <Chip tone="amber">{t('changedSince')}</Chip>}
              </td>
              <td>{valueWords(show, field, proposed, t('empty'))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={styles.foot}>
        <Button kind="primary" onClick={() => void accept()}>
          {t('accept')}
        </Button>
        <Decline proposal={proposal} />
        {path !== null && (
          <Button kind="quiet" onClick={() => desk.go(path)}>
            {t('record')}
          </Button>
        )}
      </div>
    </>
  );
}

function firstChoice({ fields, values }: ProposalRecord): string[] {
  const since = new Set(values.filter(({ changedSince }) => changedSince).map(({ field }) => field));
  return preselected(fields, since);
}
