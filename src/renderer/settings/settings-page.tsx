/** Settings: the office, its people, one's own password and look, who may do what, and what runs here. */
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '#renderer/ui/basic/section-title.tsx';
import { TabPanel, Tabs } from '#renderer/ui/basic/tabs.tsx';
import { AboutPart } from './about-part.tsx';
import { LookPart } from './look-part.tsx';
import { OfficePart } from './office-part.tsx';
import { PasswordPart } from './password-part.tsx';
import { RightsPart } from './rights-part.tsx';
import { PARTS, readPart, type Part } from './settings-parts.ts';
import { StaffPart } from './staff-part.tsx';
import styles from './settings.module.css';

const CONTENTS: Readonly<Record<Part, () => React.ReactNode>> = {
  office: () => <OfficePart />,
  staff: () => <StaffPart />,
  password: () => <PasswordPart />,
  look: () => <LookPart />,
  rights: () => <RightsPart />,
  about: () => <AboutPart />,
};

export function SettingsPage() {
  const { t } = useTranslation('settings');
  const { part } = readPart(useSearch({ strict: false }));
  const navigate = useNavigate();
  return (
    <div className={styles.page}>
      <PageTitle title={t('title')} />
      <Tabs
        label={t('parts.label')}
        tabs={PARTS.map((one) => ({ id: one, label: t(`parts.${one}`) }))}
        current={part}
        onChange={(next) => void navigate({ to: '/settings', search: { part: next } })}
      />
      <TabPanel id={part}>{CONTENTS[part]()}</TabPanel>
    </div>
  );
}
