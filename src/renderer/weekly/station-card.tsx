/** Who the bundles are sealed to. Unknown at first; then its name and the digits by which both sides know each other. */
import { IconLock } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { contract } from '#shared/contract/index.ts';
import type { WeeklyStatus } from '#shared/contract/weekly.ts';
import { useMe } from '#renderer/client/office.ts';
import { mayCall } from '#renderer/client/permissions.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Chip } from '#renderer/ui/basic/chip.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { DigitGroups } from './keys/digit-groups.tsx';
import { EnrolmentFile, EnrolSteps } from './enrol-steps.tsx';
import { OfficeDigits } from './keys/office-digits.tsx';
import styles from './weekly.module.css';

export function StationCard({ status }: { readonly status: WeeklyStatus }) {
  const { t } = useTranslation('weekly');
  const me = useMe();
  const { station } = status;
  const [renewing, setRenewing] = useState(false);
  const [pinned, setPinned] = useState<string | null>(null);
  const may = mayCall(me.role, contract.station.pin);
  return (
    <Card
      title={t('station.title')}
      action={
        <Chip tone={station === null ? 'amber' : 'green'}>
          {t(station === null ? 'station.none' : 'station.enrolled')}
        </Chip>
      }
    >
      <div className={styles.stack}>
        {pinned !== null && (
          <div role="status">
            <Notice tone="green">{t('station.pinned', { name: pinned })}</Notice>
          </div>
        )}
        {pinned === null && <Known status={status} />}
        {!may && (
          <p className={styles.meta}>
            <IconLock size={14} aria-hidden="true" /> {t('station.locked')}
          </p>
        )}
        {may && (station === null || renewing) && (
          <EnrolSteps
            onPinned={(name) => {
              setPinned(name);
              setRenewing(false);
            }}
          />
        )}
        {may && <EnrolmentFile isStep={station === null || pinned !== null} />}
        {may && station !== null && !renewing && (
          <div>
            <Button size="small" onClick={() => setRenewing(true)}>
              {t('station.renew')}
            </Button>
          </div>
        )}
        {/* Below the step that is left, as long as one is. */}
        {pinned !== null && <Known status={status} withOffice={false} />}
      </div>
    </Card>
  );
}

interface KnownProps {
  readonly status: WeeklyStatus;
  /** False while they stand larger, to be read aloud. */
  readonly withOffice?: boolean;
}

/** By what both sides know each other. */
function Known({ status: { station, officeDigits }, withOffice = true }: KnownProps) {
  const { t } = useTranslation('weekly');
  if (station === null) return null;
  return (
    <>
      <p>
        <strong>{station.name}</strong> {station.code}
      </p>
      <p className={styles.soft}>{t('station.digits')}</p>
      <DigitGroups label={t('station.digits')} groups={station.digits} />
      {withOffice && (
        <>
          <p className={styles.soft}>{t('station.officeDigits')}</p>
          <OfficeDigits groups={officeDigits} />
        </>
      )}
      <p className={styles.meta}>{t('station.digitsHint')}</p>
    </>
  );
}
