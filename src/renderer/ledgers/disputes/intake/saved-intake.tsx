/** What was registered, and what comes next: the next step of the matter is the one filled button. */
import { useTranslation } from 'react-i18next';
import type { DeedName } from '#shared/ledgers/disputes/deeds.ts';
import { timeOf } from '#shared/kernel/calendar-day.ts';
import type { ForkReason } from '#shared/ledgers/disputes/questions.ts';
import { useMe } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { useDisputeWords } from '#renderer/ledgers/disputes/dispute-words.ts';
import type { SavedIntake as Saved } from './use-intake.ts';
import styles from './intake.module.css';

type Next = Extract<DeedName, 'refer' | 'adviseCourt' | 'beginMediation' | 'transfer' | 'handOverViolence'>;

/** The usual step first. Whether the role may do it is asked where the buttons are made. */
const NEXT: Readonly<Record<ForkReason, readonly Next[]>> = {
  violence: ['handOverViolence'],
  danger: ['transfer'],
  'serious-injury': ['transfer'],
  weapon: ['transfer'],
  'public-order': ['beginMediation', 'transfer'],
  civil: ['refer', 'adviseCourt'],
};

export interface SavedIntakeProps {
  readonly saved: Saved;
  readonly onAgain: () => void;
}

export function SavedIntake({ saved, onAgain }: SavedIntakeProps) {
  const { t } = useTranslation(['disputeIntake', 'disputes', 'ui']);
  const desk = useDesk();
  const me = useMe();
  const words = useDisputeWords();
  const { id, fork, dispute, at } = saved;
  const open = (deed?: Next) => desk.go(`/disputes/${id}${deed === undefined ? '' : `?deed=${deed}`}`);
  const steps =
    dispute === null ? [] : NEXT[fork].filter((deed) => deed !== 'beginMediation' || me.role === 'officer');
  const [first, ...others] = steps;
  return (
    <Card
      title={dispute === null ? t('savedViolence') : t('saved', { id })}
      note={t('ui:form.savedAt', { time: timeOf(at) })}
    >
      <div className={styles.saved} role="status">
        {dispute !== null && (
          <p>
            {words.type(dispute.type)} · {words.parties(dispute)} · {dispute.place}
          </p>
        )}
        <Notice tone={fork === 'civil' ? 'blue' : fork === 'public-order' ? 'amber' : 'red'}>
          {dispute === null ? t('savedViolenceText') : t(`disputes:forks.${fork}`)}
        </Notice>
        <div className={styles.row}>
          {first !== undefined && (
            <Button kind="primary" size="desk" autoFocus onClick={() => open(first)}>
              {t(`next.${first}`)}
            </Button>
          )}
          {others.map((deed) => (
            <Button key={deed} size="desk" onClick={() => open(deed)}>
              {t(`next.${deed}`)}
            </Button>
          ))}
          {dispute !== null && (
            <Button size="desk" kind={first === undefined ? 'primary' : 'plain'} onClick={() => open()}>
              {t('open')}
            </Button>
          )}
          <Button
            size="desk"
            kind={dispute === null ? 'primary' : 'quiet'}
            onClick={() => desk.go('/disputes')}
          >
            {t('toList')}
          </Button>
          <Button size="desk" kind="quiet" onClick={onAgain}>
            {t('again')}
          </Button>
        </div>
      </div>
    </Card>
  );
}
