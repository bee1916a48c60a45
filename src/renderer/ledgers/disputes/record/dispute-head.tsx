/** What it is, how it stands, who has it: in sight however far the page is scrolled. */
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import type { DisputeRecord } from '#shared/contract/disputes/disputes.ts';
import type { CalendarDay } from '#shared/kernel/calendar-day.ts';
import { useMe } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { Back } from '#renderer/record/back.tsx';
import shared from '#renderer/record/record.module.css';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import { DueChip, StageChip } from '#renderer/ledgers/disputes/chips.tsx';
import { useDisputeWords } from '#renderer/ledgers/disputes/dispute-words.ts';
import { PapersButton } from '#renderer/ledgers/disputes/papers/papers-button.tsx';

export interface DisputeHeadProps {
  readonly dispute: DisputeRecord;
  readonly today: CalendarDay;
  readonly onRetire: () => void;
}

export function DisputeHead({ dispute, today, onRetire }: DisputeHeadProps) {
  const { t } = useTranslation(['disputeRecord', 'disputes', 'disputeDeeds']);
  const words = useDisputeWords();
  const me = useMe();
  return (
    <header className={shared.head}>
      <Back to="/disputes">{t('disputes:title')}</Back>
      <h1>
        {words.type(dispute.type)} · {words.parties(dispute)}
      </h1>
      <StageChip stage={dispute.stage} />
      <DueChip dueOn={dispute.dueOn} today={today} />
      <span className={shared.soft}>
        {dispute.id} · {t('ownedBy', { name: dispute.owner.name })}
      </span>
      {dispute.synthetic && <Chip tone="grey">{t('synthetic')}</Chip>}
      <span className={shared.headEnd}>
        <PapersButton dispute={dispute} />
        {mayCall(me.role, contract.disputes.retire) && (
          <Button kind="danger" onClick={onRetire}>
            {t('disputeDeeds:deeds.retire.button')}
          </Button>
        )}
      </span>
    </header>
  );
}
