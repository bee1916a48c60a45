/** One household: everybody who belongs to it, and what is done to all of them at once. */
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseholdRecord } from '#shared/contract/population/residents.ts';
import { toFailure } from '#renderer/client/failure.ts';
import { useFailureWords } from '#renderer/client/words/failure-words.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { ErrorPanel } from '#renderer/ui/basic/error-panel.tsx';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { Dialog } from '#renderer/ui/layers/dialog.tsx';
import { RecordHistory } from '#renderer/record/history/record-history.tsx';
import { Go } from '#renderer/ledgers/population/people/go.tsx';
import { usePeopleWords } from '#renderer/ledgers/population/people/people-words.ts';
import { Back } from '#renderer/ledgers/population/people/record/person-head.tsx';
import { VerifyDialog } from '#renderer/ledgers/population/people/verify-dialog.tsx';
import { EditHousehold } from './edit-household.tsx';
import { MembersTable } from './members-table.tsx';
import { MoveHousehold } from './move-household.tsx';
import { RetireHousehold } from './retire-household.tsx';
import { useShownHousehold } from './shown-household.ts';
import styles from './household.module.css';

export function HouseholdPage() {
  const id = useLocation({ select: ({ pathname }) => pathname.slice('/population/household/'.length) });
  const { t } = useTranslation('person');
  const { queries } = useOffice();
  const words = useFailureWords();
  const household = useQuery(queries.households.open.queryOptions({ input: { id } }));
  if (household.data !== undefined) return <Household key={id} household={household.data} />;
  if (household.error === null) return <SkeletonRows />;
  const failure = toFailure(household.error);
  return (
    <>
      <Back />
      {failure.code === 'missing' ? (
        <EmptyState why={t('household.none')} />
      ) : (
        <ErrorPanel words={words(failure)} />
      )}
    </>
  );
}

type Layer = 'verify' | 'edit' | 'move' | null;

function Household({ household }: { readonly household: HouseholdRecord }) {
  const { t } = useTranslation('person');
  const words = usePeopleWords();
  const desk = useDesk();
  const show = useShownHousehold();
  const [layer, setLayer] = useState<Layer>(null);
  const close = () => setLayer(null);
  const { members } = household;
  const here = members.filter(({ outState }) => outState === null);
  const title = useHouseholdTitle(household);
  const add = () => desk.go(`/population/new?household=${household.id}`);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Back />
        <h1>{title}</h1>
        <Chip tone="grey">{words.kind(household.kind)}</Chip>
        <span className={styles.soft}>
          {household.number === ''
            ? t('household.noNumber')
            : t('household.number', { number: household.number })}
        </span>
        <Go to={`/places/${household.addressId}`}>{household.addressLine}</Go>
        <span className={styles.headEnd}>
          <Button onClick={() => setLayer('edit')}>{t('household.edit')}</Button>
          {here.length > 0 && <Button onClick={() => setLayer('move')}>{t('household.move')}</Button>}
          {members.length === 0 && <RetireHousehold household={household} />}
          <Button onClick={add}>{t('household.add')}</Button>
          {here.length > 0 && (
            <Button kind="primary" onClick={() => setLayer('verify')}>
              {t('household.verify')}
            </Button>
          )}
        </span>
      </header>
      <Card title={t('household.members', { count: members.length })} padded={false}>
        {members.length === 0 ? (
          <div className={styles.empty}>
            <EmptyState why={t('household.noMembers')}>
              <Button onClick={add}>{t('household.add')}</Button>
            </EmptyState>
          </div>
        ) : (
          <MembersTable members={members} />
        )}
      </Card>
      <RecordHistory ledger="households" id={household.id} show={show} />
      <VerifyDialog
        title={t('household.verifyTitle', { count: here.length })}
        people={layer === 'verify' ? here : null}
        onClose={close}
      />
      <Dialog opened={layer === 'edit'} title={t('household.editTitle')} onClose={close}>
        <EditHousehold household={household} onDone={close} />
      </Dialog>
      <Dialog
        opened={layer === 'move'}
        title={t('household.moveTitle', { name: title })}
        onClose={close}
        width={560}
      >
        <MoveHousehold household={household} people={here.length} onDone={close} />
      </Dialog>
    </div>
  );
}

/** By its head, who comes first. */
function useHouseholdTitle({ members }: HouseholdRecord): string {
  const { t } = useTranslation('person');
  const head = members.find(({ relation }) => relation === '02');
  return head === undefined ? t('household.noHead') : t('household.of', { head: head.name });
}
