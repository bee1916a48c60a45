/** 法定义务: those that are open, each with the way to write its result, and those that were done. */
import { useTranslation } from 'react-i18next';
import type { DutyRow, MatterRecord } from '#shared/contract/key-persons/statutory.ts';
import { useDeed } from '#renderer/client/deeds.ts';
import { useMe, useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Chip, type ChipTone } from '#renderer/ui/basic/chip.tsx';
import { EmptyState } from '#renderer/ui/basic/empty-state.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { DutyChip } from '#renderer/ledgers/statutory/chips.tsx';
import { afterUndo, doneDuties, openDuties, UNKNOWN } from './changed-record.ts';
import styles from './matter.module.css';

const TONES = { done: 'green', 'not-met': 'amber', reported: 'blue' } as const satisfies Record<
  NonNullable<DutyRow['result']>,
  ChipTone
>;

export interface DutiesCardProps {
  readonly record: MatterRecord;
  /** It is this officer's to do. */
  readonly may: boolean;
  readonly onWrite: (duty: DutyRow) => void;
  readonly onPrint: (duty: DutyRow) => void;
  readonly onChange: (record: MatterRecord) => void;
}

export function DutiesCard({ record, may, onWrite, onPrint, onChange }: DutiesCardProps) {
  const { t } = useTranslation(['statutoryRecord', 'statutory']);
  const open = openDuties(record);
  const done = doneDuties(record);
  return (
    <Card title={t('duties.title')} note={t('duties.left', { count: open.length })}>
      {open.length === 0 && <EmptyState why={t('duties.none')} />}
      <ul className={styles.duties}>
        {open.map((duty) => (
          <OpenDuty
            key={`${duty.kind} ${duty.dueOn} ${duty.id}`}
            duty={duty}
            may={may}
            onWrite={onWrite}
            onPrint={onPrint}
          />
        ))}
      </ul>
      {done.length > 0 && (
        <>
          <h3 className={styles.divider}>{t('duties.done', { count: done.length })}</h3>
          <ul className={styles.duties}>
            {done.map((duty) => (
              <DoneDuty key={duty.id} record={record} duty={duty} may={may} onChange={onChange} />
            ))}
          </ul>
        </>
      )}
    </Card>
  );
}

interface OpenDutyProps extends Pick<DutiesCardProps, 'may' | 'onWrite' | 'onPrint'> {
  readonly duty: DutyRow;
}

function OpenDuty({ duty, may, onWrite, onPrint }: OpenDutyProps) {
  const { t } = useTranslation(['statutoryRecord', 'statutory']);
  const today = useOfficeDay();
  const kind = t(`statutory:duties.${duty.kind}`);
  return (
    <li>
      <strong>{kind}</strong>
      <span className={styles.days}>{t('duties.dueOn', { day: duty.dueOn })}</span>
      <DutyChip dueOn={duty.dueOn} today={today} />
      {may && duty.id === UNKNOWN && <span className={styles.soft}>{t('duties.unknown')}</span>}
      {may && duty.id !== UNKNOWN && (
        <span className={styles.deeds}>
          <Button
            size="small"
            aria-label={`${t('duties.write')} ${kind} ${duty.dueOn}`}
            onClick={() => onWrite(duty)}
          >
            {t('duties.write')}
          </Button>
          <Button
            size="small"
            kind="quiet"
            aria-label={`${t('duties.slip')} ${kind} ${duty.dueOn}`}
            onClick={() => onPrint(duty)}
          >
            {t('duties.slip')}
          </Button>
        </span>
      )}
    </li>
  );
}

interface DoneDutyProps extends Pick<DutiesCardProps, 'record' | 'may' | 'onChange'> {
  readonly duty: DutyRow;
}

function DoneDuty({ record, duty, may, onChange }: DoneDutyProps) {
  const { t } = useTranslation(['statutoryRecord', 'statutory']);
  const me = useMe();
  const today = useOfficeDay();
  const undo = useUndoDuty(record, onChange);
  const kind = t(`statutory:duties.${duty.kind}`);
  const { result } = duty;
  return (
    <li>
      <span>{kind}</span>
      <span className={styles.days}>{duty.doneOn}</span>
      {result !== null && <Chip tone={TONES[result]}>{t(`statutory:results.${result}`)}</Chip>}
      <span className={styles.soft}>
        {[duty.recordNumber === '' ? '' : t('duties.record', { number: duty.recordNumber }), duty.doneByName]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {may && duty.doneByName === me.name && duty.doneOn === today && (
        <span className={styles.deeds}>
          <Button
            size="small"
            kind="quiet"
            aria-label={`${t('duties.undo')} ${kind} ${duty.dueOn}`}
            onClick={() => undo(duty)}
          >
            {t('duties.undo')}
          </Button>
        </span>
      )}
    </li>
  );
}

/** A result written by mistake: the office takes it back on the day it was written, and no later. */
function useUndoDuty(
  record: MatterRecord,
  onChange: (record: MatterRecord) => void,
): (duty: DutyRow) => void {
  const { t } = useTranslation('statutoryRecord');
  const { client } = useOffice();
  const deed = useDeed();
  const toast = useToast();
  return ({ id, revision }) =>
    void deed(async () => {
      const again = await client.statutory.undoDuty({ id: record.id, duty: { id, revision } });
      onChange(afterUndo(record, again));
      toast({ tone: 'done', text: t('duties.undone') });
    });
}
