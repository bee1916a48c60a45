/** Registers a unit. Ctrl+Enter keeps the address for the next one: shops stand side by side. */
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { UNIT_LAW } from '#shared/ledgers/population/units.ts';
import { useDraft } from '#renderer/client/drafts.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useOfficeDay } from '#renderer/client/office-day.ts';
import { useSave } from '#renderer/client/save.ts';
import { Card } from '#renderer/ui/basic/card.tsx';
import { focusNamedField } from '#renderer/ui/form/enter-rule.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { RestoreBar } from '#renderer/ui/form/restore-bar.tsx';
import { useDesk } from '#renderer/ui/keys/command.ts';
import { useUndoToast } from '#renderer/record/use-undo-toast.ts';
import { Back } from '#renderer/record/back.tsx';
import shared from '#renderer/record/record.module.css';
import { useUnitWords } from '#renderer/ledgers/population/units/units-words.ts';
import { BasicFields, PeopleFields, PlaceFields } from './unit-fields.tsx';
import { checkUnit, NEW_UNIT, readDraft, toNewUnit, type UnitValues } from './unit-values.ts';
import entryPage from '#renderer/ui/form/entry-page.module.css';
import styles from './form.module.css';

export function NewUnitPage() {
  const { t } = useTranslation('units');
  const { client } = useOffice();
  const desk = useDesk();
  const today = useOfficeDay();
  const words = useUnitWords();
  const save = useSave();
  const draft = useDraft('unit');
  const offerUndo = useUndoToast('units');
  const place = useRef<HTMLDivElement>(null);
  const form = useForm<UnitValues>({
    initial: NEW_UNIT,
    required: ['name', 'addressId'],
    check: (values) => checkUnit(values, today),
    words: words.issue,
  });
  const toName = () =>
    requestAnimationFrame(() => {
      const element = place.current?.querySelector('form');
      if (element !== null && element !== undefined) focusNamedField(element, 'name');
    });
  const fields = { form, today, before: null };
  return (
    <div ref={place} className={entryPage.entry}>
      <header className={entryPage.head}>
        <Back to="/units">{t('title')}</Back>
        <h1>{t('form.title')}</h1>
        <span className={shared.basis}>{t('record.basis', { law: UNIT_LAW })}</span>
      </header>
      <FormShell
        form={form}
        label={t('form.title')}
        saveWords={t('form.save')}
        saveNextWords={t('form.saveNext')}
        draft={draft.port}
        before={
          draft.pending !== null && (
            <RestoreBar
              keptAt={draft.pending.keptAt}
              onRestore={() => {
                const restored = draft.pending === null ? null : readDraft(draft.pending.content);
                draft.adopt();
                if (restored !== null) form.fill(restored);
                toName();
              }}
              onDrop={() => {
                void draft.drop();
                toName();
              }}
            />
          )
        }
        save={(values, next) =>
          save(async () => {
            const { unit } = await client.units.register({ unit: toNewUnit(values), draft: draft.id });
            draft.renew();
            offerUndo(unit, t('form.saved', { name: unit.name }), t('form.undone'));
            if (!next) return desk.go(`/units/${unit.id}`);
            const { addressId, addressLine, type } = values;
            form.reset({ ...NEW_UNIT, addressId, addressLine, type });
            toName();
          })
        }
      >
        <div className={styles.groups}>
          <Card title={t('form.basic')}>
            <div className={styles.group}>
              <BasicFields {...fields} />
            </div>
          </Card>
          <Card title={t('form.people')}>
            <div className={styles.group}>
              <PeopleFields {...fields} />
            </div>
          </Card>
          <Card title={t('form.place')}>
            <div className={styles.group}>
              <PlaceFields {...fields} />
            </div>
          </Card>
        </div>
      </FormShell>
    </div>
  );
}
