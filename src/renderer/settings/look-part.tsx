import { useTranslation } from 'react-i18next';
import { LANGUAGES } from '#shared/contract/session.ts';
import {
  SCHEMES,
  useDensityChoice,
  useLanguageChoice,
  useSchemeChoice,
} from '#renderer/client/appearance.ts';
import { Card } from '#renderer/ui/basic/card.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { DENSITIES } from '#renderer/ui/table/table-column.ts';
import styles from './settings.module.css';

/** Every choice holds at once and is kept for this person. */
export function LookPart() {
  const { t } = useTranslation('settings');
  const [scheme, setScheme] = useSchemeChoice();
  const [density, setDensity] = useDensityChoice();
  const [language, setLanguage] = useLanguageChoice();
  return (
    <Card title={t('parts.look')}>
      <div className={styles.choices}>
        <p>{t('look.lead')}</p>
        <DigitChoice
          name="scheme"
          label={t('look.scheme')}
          value={scheme}
          onChange={setScheme}
          advances={false}
          options={SCHEMES.map((one, index) => ({
            value: one,
            label: t(`look.schemes.${one}`),
            digit: String(index + 1),
          }))}
        />
        <DigitChoice
          name="density"
          label={t('look.density')}
          value={density}
          onChange={setDensity}
          advances={false}
          options={DENSITIES.map((one, index) => ({
            value: one,
            label: t(`look.densities.${one}`),
            digit: String(index + 1),
          }))}
        />
        <DigitChoice
          name="language"
          label={t('look.language')}
          value={language}
          onChange={setLanguage}
          advances={false}
          options={LANGUAGES.map((one, index) => ({
            value: one,
            label: t(`look.languages.${one}`),
            digit: String(index + 1),
          }))}
        />
        <p className={styles.hint}>{t('look.zoom')}</p>
      </div>
    </Card>
  );
}
