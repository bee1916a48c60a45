/** One consent over the list: compared with its paper and approved or sent back, or withdrawn. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { CareRow } from '#shared/contract/key-persons/care.ts';
import { CARE_REMINDER_DAYS } from '#shared/ledgers/care/care.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useErrorWords } from '#renderer/client/words/failure-words.ts';
import shared from '#renderer/record/record.module.css';
import { Button } from '#renderer/ui/basic/button.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { Facts, type Fact } from '#renderer/ui/basic/facts.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { SideDrawer } from '#renderer/ui/layers/side-drawer.tsx';
import { CareEnd, CareStateChip } from '#renderer/ledgers/care/list/care-columns.tsx';
import { CareDeeds } from './care-deeds.tsx';
import { ConsentPaper } from './consent-paper.tsx';

export interface CareRecordProps {
  /** Null while none is looked at. */
  readonly id: string | null;
  readonly onClose: () => void;
}

export function CareRecord({ id, onClose }: CareRecordProps) {
  const { t } = useTranslation('care');
  return (
    <SideDrawer opened={id !== null} title={id === null ? '' : t('record.title', { id })} onClose={onClose}>
      {id !== null && <OpenedConsent id={id} onClose={onClose} />}
    </SideDrawer>
  );
}

function OpenedConsent({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { queries } = useOffice();
  const errorWords = useErrorWords();
  const { data, error } = useQuery(queries.care.open.queryOptions({ input: { id } }));
  if (error !== null) return <ErrorPanel words={errorWords(error)} />;
  return data === undefined ? null : <Consent row={data} onClose={onClose} />;
}

function Consent({ row, onClose }: { readonly row: CareRow; readonly onClose: () => void }) {
  const { t } = useTranslation('care');
  const desk = useDesk();
  return (
    <div className={shared.stack}>
      {row.state === 'waiting' && <Notice tone="amber">{t('record.check')}</Notice>}
      {row.state === 'approved' && row.daysLeft <= CARE_REMINDER_DAYS && (
        <Notice tone="amber">{t('record.renew')}</Notice>
      )}
      <Facts facts={useFacts(row)} />
      <div className={shared.row}>
        <Button onClick={() => desk.go(`/population/${row.residentId}`)}>{t('record.open')}</Button>
        <ConsentPaper id={row.id} />
      </div>
      <CareDeeds row={row} onDone={onClose} />
    </div>
  );
}

function useFacts(row: CareRow): readonly Fact[] {
  const { t } = useTranslation(['care', 'personDesk']);
  const line = t('personDesk:line', { name: row.contactName, phone: row.contactPhone });
  return [
    { label: t('fields.name'), value: row.name },
    { label: t('fields.category'), value: t(`categories.${row.category}`) },
    { label: t('fields.help'), value: t(`help.${row.help}`) },
    {
      label: t('fields.consentBy'),
      value: [t(`consentBys.${row.consentBy}`), row.guardianName].filter(Boolean).join(' · '),
    },
    { label: t('fields.signedOn'), value: row.signedOn },
    { label: t('fields.endsOn'), value: <CareEnd row={row} /> },
    { label: t('fields.contactName'), value: `${row.contactName} · ${t(`contacts.${row.contact}`)}` },
    { label: t('fields.contactPhone'), value: row.contactPhone },
    { label: t('fields.deskLine'), value: row.deskLine ? line : t('record.noLine') },
    { label: t('fields.state'), value: <CareStateChip state={row.state} /> },
    { label: t('fields.enteredBy'), value: row.enteredByName },
    { label: t('fields.approvedBy'), value: row.approvedByName },
  ];
}
