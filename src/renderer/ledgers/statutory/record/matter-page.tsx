/** One statutory matter: under what, until when, what the law has the officer do, and nothing about the person beyond that. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DutyRow } from '#shared/contract/key-persons/statutory.ts';
import { REMINDER_DAYS } from '#shared/ledgers/statutory/term.ts';
import { CATEGORIES } from '#shared/ledgers/statutory/categories.ts';
import { useMe } from '#renderer/client/office.ts';
import { Back } from '#renderer/record/back.tsx';
import shared from '#renderer/record/record.module.css';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import { LeftChip } from '#renderer/ledgers/statutory/chips.tsx';
import { STATUTORY } from '#renderer/ledgers/statutory/statutory-commands.ts';
import { DutiesCard } from './duties-card.tsx';
import { BasisCard, PersonCard } from './facts-cards.tsx';
import { MatterDialog, type MatterTask } from './matter-dialog.tsx';
import type { MatterPageProps } from './matter-props.ts';
import { ProtectedCard } from './protected-card.tsx';
import { TermCard } from './term-card.tsx';

export function MatterPage(props: MatterPageProps) {
  const { record, hiding, onRenew } = props;
  const { t } = useTranslation(['statutoryRecord', 'statutory']);
  const me = useMe();
  const [task, setTask] = useState<MatterTask | null>(null);
  // Of a protection order other officers see enough to act on it; what becomes of it is its own officer's.
  const mine = record.officer.id === me.id;
  const inForce = record.standing === 'in-force';
  const soon = record.daysLeft <= REMINDER_DAYS[0];
  const writeDuty = (duty: DutyRow) => setTask({ kind: 'duty', duty });
  const printSlip = (duty: DutyRow) => setTask({ kind: 'slip', duty });
  return (
    <div className={shared.record}>
      <header className={shared.head}>
        <Back to={STATUTORY}>{t('statutory:title')}</Back>
        <h1>
          {record.name} · {t(`statutory:categories.${record.category}`)}
        </h1>
        <LeftChip {...record} />
        <span className={shared.soft}>{t('number', { id: record.id })}</span>
        {record.synthetic && <Chip tone="grey">{t('synthetic')}</Chip>}
        <span className={shared.headEnd}>{hiding}</span>
      </header>
      {mine && (
        <div className={shared.row}>
          {CATEGORIES[record.category].endNotice && (!inForce || soon) && (
            <Button kind="primary" onClick={() => setTask({ kind: 'notice' })}>
              {t('papers.notice')}
            </Button>
          )}
          {inForce && (
            <>
              <Button onClick={() => onRenew(record)}>{t('renew')}</Button>
              <Button onClick={() => setTask({ kind: 'correct' })}>{t('correct')}</Button>
              <Button onClick={() => setTask({ kind: 'hand-over' })}>{t('handOver')}</Button>
              <Button onClick={() => setTask({ kind: 'end' })}>{t('end')}</Button>
            </>
          )}
        </div>
      )}
      <div className={shared.columns}>
        <div className={shared.column}>
          <BasisCard record={record} />
          <PersonCard record={record} />
        </div>
        <div className={shared.column}>
          <TermCard record={record} />
          <DutiesCard {...props} may={inForce} onWrite={writeDuty} onPrint={printSlip} />
          <ProtectedCard {...props} />
        </div>
      </div>
      <MatterDialog {...props} task={task} onClose={() => setTask(null)} />
    </div>
  );
}
