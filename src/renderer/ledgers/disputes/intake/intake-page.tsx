/** F4: a matter as it comes in. The questions of the fork come first, and what they lead to is said while they are answered. */
import { useLocation } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { Back } from '#renderer/record/back.tsx';
import { shortMoment } from '#renderer/ui/basic/moment.ts';
import { Card } from '#renderer/ui/basic/card.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { focusNamedField } from '#renderer/ui/form/enter-rule.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { RestoreBar } from '#renderer/ui/form/restore-bar.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { NEW_DISPUTE } from '#renderer/ledgers/disputes/disputes-commands.ts';
import { ForkNotice } from '#renderer/ledgers/disputes/fork-notice.tsx';
import { AlikePanel } from './alike-panel.tsx';
import { answersOf } from './intake-values.ts';
import { HandlingFields, LevelField, MatterFields, MoreFields } from './matter-fields.tsx';
import { PartiesFields } from './parties-fields.tsx';
import { QuestionFields } from './question-fields.tsx';
import { SavedIntake } from './saved-intake.tsx';
import { useIntake, type IntakeEntry } from './use-intake.ts';
import { useKeepers } from './use-keepers.ts';
import entryPage from '#renderer/ui/form/entry-page.module.css';
import styles from './intake.module.css';

export function IntakePage() {
  const today = useOfficeDay();
  const visitId = useLocation({
    select: ({ searchStr }) => new URLSearchParams(searchStr).get('visit') ?? '',
  });
  // After a visit was turned into a matter, the next one begins with nothing.
  return <Entry key={visitId} visitId={visitId} today={today} />;
}

interface EntryProps {
  readonly visitId: string;
  readonly today: string;
}

function Entry({ visitId, today }: EntryProps) {
  const { t } = useTranslation('disputeIntake');
  const desk = useDesk();
  const entry = useIntake(today, visitId);
  const place = useRef<HTMLDivElement>(null);
  const toFirst = () =>
    requestAnimationFrame(() => {
      const element = place.current?.querySelector('form');
      if (element !== null && element !== undefined) focusNamedField(element, 'danger');
    });
  return (
    <div ref={place} className={entryPage.entry}>
      <header className={entryPage.head}>
        <Back to="/disputes">{t('back')}</Back>
        <h1>{t('title')}</h1>
        <span className={styles.soft}>{t('basis')}</span>
      </header>
      {entry.saved === null ? (
        <IntakeForm entry={entry} today={today} toFirst={toFirst} />
      ) : (
        <SavedIntake
          saved={entry.saved}
          onAgain={() => {
            if (visitId !== '') desk.go(NEW_DISPUTE);
            else {
              entry.begin();
              toFirst();
            }
          }}
        />
      )}
    </div>
  );
}

interface IntakeFormProps {
  readonly entry: IntakeEntry;
  readonly today: string;
  readonly toFirst: () => void;
}

function IntakeForm({ entry, today, toFirst }: IntakeFormProps) {
  const { t } = useTranslation('disputeIntake');
  const { form, draft, visit } = entry;
  const keepers = useKeepers(form);
  const answers = answersOf(form.values);
  return (
    <FormShell
      form={form}
      label={t('title')}
      save={entry.save}
      saveWords={t('save')}
      draft={draft.port}
      marks="optional"
      // Beside the way to save, where it is in sight however far the form is scrolled.
      actions={
        <div className={styles.fork} aria-live="assertive">
          {answers !== null && <ForkNotice answers={answers} />}
        </div>
      }
      before={
        <>
          {draft.pending !== null && (
            <RestoreBar
              keptAt={draft.pending.keptAt}
              onRestore={() => {
                entry.restore();
                toFirst();
              }}
              onDrop={() => {
                void draft.drop();
                toFirst();
              }}
            />
          )}
          {visit !== null && (
            <Notice tone="blue">
              {t('fromVisit', { name: visit.name ?? '', time: shortMoment(visit.arrivedAt, today) })}
            </Notice>
          )}
        </>
      }
    >
      <div className={styles.groups}>
        <Card title={t('asked')} note={t('askedNote')}>
          <div className={styles.group}>
            <QuestionFields form={form} autoFocus />
          </div>
        </Card>
        <Card title={t('parties')}>
          <div className={styles.group}>
            <PartiesFields form={form} fromVisit={visit !== null} />
            <AlikePanel values={form.values} />
          </div>
        </Card>
        <Card title={t('matter')}>
          <div className={styles.group}>
            <MatterFields form={form} />
            <h3 className={styles.divider}>{t('handling')}</h3>
            <LevelField form={form} />
            <HandlingFields form={form} keeper={keepers.gridWorker} officerByGrid={keepers.officerByGrid} />
            <MoreFields form={form} today={today} />
          </div>
        </Card>
      </div>
    </FormShell>
  );
}
