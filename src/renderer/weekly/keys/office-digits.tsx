import { useTranslation } from 'react-i18next';
import { QrCode } from '#renderer/ui/basic/qr-code.tsx';
import { DigitGroups } from './digit-groups.tsx';
import styles from '#renderer/weekly/weekly.module.css';

export interface OfficeDigitsProps {
  readonly groups: readonly string[];
  readonly large?: boolean;
}

/** This office's digits, and the same once more for a scanner at the station. The code holds digits alone: no name, no key. */
export function OfficeDigits({ groups, large = false }: OfficeDigitsProps) {
  const { t } = useTranslation('weekly');
  return (
    <div className={styles.officeDigits}>
      <DigitGroups label={t('station.officeDigits')} groups={groups} large={large} />
      <figure className={styles.scan}>
        <QrCode text={groups.join('')} className={styles.qr} />
        <figcaption className={styles.meta}>{t('station.scan')}</figcaption>
      </figure>
    </div>
  );
}
