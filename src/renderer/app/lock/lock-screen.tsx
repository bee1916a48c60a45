/** The lamp, the office's name, the clock and why it is locked: nothing a passer-by could learn a citizen from. */
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf, timeOf, weekdayOf } from '#shared/kernel/calendar-day.ts';
import type { Me } from '#shared/contract/session.ts';
import type { DamagedPart } from '#shared/kernel/failure.ts';
import type { LockReason } from '#shared/pipe.ts';
import { DamagedOffice } from '#renderer/backups/damaged-office.tsx';
import { useOffice } from '#renderer/client/office.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Lamp } from '#renderer/ui/basic/lamp.tsx';
import { weekdayName } from '#renderer/ui/fields/weekday-name.ts';
import { CarryWeek } from './carry-week.tsx';
import { RecoverForm } from './recover-form.tsx';
import { shiftNow } from './shift.ts';
import { UnlockForm } from './unlock-form.tsx';
import styles from './lock.module.css';

export interface LockScreenProps {
  readonly reason: LockReason;
  readonly onUnlocked: (me: Me) => void;
}

export function LockScreen({ reason, onUnlocked }: LockScreenProps) {
  const { t } = useTranslation('lock');
  const { session } = useOffice();
  const shift = shiftNow();
  const [login, setLogin] = useState(shift[0]?.login ?? '');
  const [recovering, setRecovering] = useState(false);
  const [damaged, setDamaged] = useState<DamagedPart | null>(session.damaged);
  return (
    <main className={styles.lock}>
      <div className={styles.head} data-ground="night">
        <Lamp state="grey" size={28} />
        <h1>{session.officeName ?? t('nameless')}</h1>
        <Clock />
      </div>
      <div className={styles.panel} data-wide={damaged !== null}>
        {damaged !== null ? (
          <DamagedOffice
            part={damaged}
            onRetry={session.damaged === null ? () => setDamaged(null) : undefined}
          />
        ) : recovering ? (
          <RecoverForm login={login} onUnlocked={onUnlocked} onBack={() => setRecovering(false)} />
        ) : (
          <>
            <p role="status">{t(`reason.${reason}`)}</p>
            {reason === 'restored' && <Replaced />}
            {shift.length > 0 && (
              <div className={styles.tiles} role="group" aria-label={t('shift')}>
                {shift.map((member) => (
                  <Button
                    key={member.login}
                    aria-pressed={member.login === login}
                    onClick={() => setLogin(member.login)}
                  >
                    {member.name}
                  </Button>
                ))}
              </div>
            )}
            <UnlockForm key={login} login={login} onUnlocked={onUnlocked} onDamaged={setDamaged} />
            <div className={styles.forgot}>
              <Button kind="quiet" size="small" onClick={() => setRecovering(true)}>
                {t('forgot')}
              </Button>
            </div>
            <CarryWeek />
          </>
        )}
      </div>
    </main>
  );
}

/** Where what was here before lies now. */
function Replaced() {
  const { t } = useTranslation('backups');
  const { queries } = useOffice();
  const { data } = useQuery(queries.restore.last.queryOptions({ input: {} }));
  return data?.replaced == null ? null : <p>{t('restored', { folder: data.replaced })}</p>;
}

function Clock() {
  const { t } = useTranslation('ui');
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), 1000);
    return () => clearInterval(timer);
  }, []);
  const day = dayOf(now);
  return (
    <p className={styles.clock}>
      <time dateTime={now}>{timeOf(now)}</time>
      <span>
        {day} {weekdayName(weekdayOf(day), t)}
      </span>
    </p>
  );
}
