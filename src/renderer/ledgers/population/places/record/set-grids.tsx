/** The grids of an element and of everything below it that goes along. */
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AddressRecord } from '#shared/contract/population/addresses.ts';
import type { GridKind } from '#shared/ledgers/population/grids.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useSave } from '#renderer/client/save.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { Go } from '#renderer/ledgers/population/people/go.tsx';
import { useUndoToast } from '#renderer/record/use-undo-toast.ts';
import { gridName } from '#renderer/ledgers/population/places/grid-name.ts';
import { usePlaceWords } from '#renderer/ledgers/population/places/places-words.ts';
import shared from '#renderer/record/record.module.css';
import { StopBar } from '#renderer/record/stop-bar.tsx';
import { useStoppable } from '#renderer/record/use-stoppable.ts';

interface GridValues {
  readonly policeGrid: string | null;
  readonly civilGrid: string | null;
}

export interface SetGridsProps {
  readonly address: AddressRecord;
  readonly onDone: () => void;
}

export function SetGrids({ address, onDone }: SetGridsProps) {
  const { t } = useTranslation('places');
  const { client } = useOffice();
  const words = usePlaceWords();
  const save = useSave();
  const toast = useToast();
  const offerUndo = useUndoToast('addresses');
  const long = useStoppable();
  const { id, revision, policeGrid, civilGrid } = address;
  const form = useForm<GridValues>({
    initial: { policeGrid, civilGrid },
    required: [],
    check: () => [],
    words: words.issue,
  });
  const police = useGridOptions('police', policeGrid);
  const civil = useGridOptions('civil', civilGrid);
  return (
    <FormShell
      form={form}
      label={t('grids.title', { line: address.line })}
      saveWords={t('grids.save')}
      actions={<Button onClick={onDone}>{t('form.cancel')}</Button>}
      save={(values) =>
        save(async () => {
          const { changed } = await long.run((signal) =>
            client.addresses.setGrids({ id, revision, ...values }, { signal }),
          );
          const own = values.policeGrid !== policeGrid || values.civilGrid !== civilGrid;
          const done = changed === 0 ? t('grids.same') : t('grids.done', { count: changed });
          // What goes back goes back with the element itself: where it stayed as it was there is no way back.
          if (own) offerUndo({ id, revision: revision + 1 }, done, t('form.undone'));
          else toast({ tone: 'done', text: done });
          onDone();
        })
      }
    >
      <p>{t('grids.what', { count: address.elements })}</p>
      <SelectField
        {...form.field('policeGrid')}
        label={words.field('policeGrid')}
        none={t('grids.none')}
        options={police}
        autoFocus
      />
      <SelectField
        {...form.field('civilGrid')}
        label={words.field('civilGrid')}
        none={t('grids.none')}
        options={civil}
      />
      <p className={shared.soft}>
        {t('grids.manage')} <Go to="/places/grids">{t('grids.open')}</Go>
      </p>
      <StopBar words={t('form.working', { count: address.elements })} deed={long} />
    </FormShell>
  );
}

/** The grids of a kind; a code that stands on the address and in no list stays a choice. */
function useGridOptions(kind: GridKind, current: string | null) {
  const { queries } = useOffice();
  const grids = useQuery(queries.grids.list.queryOptions({ input: {} }));
  const options = (grids.data ?? [])
    .filter((grid) => grid.kind === kind)
    .map((grid) => ({ value: grid.code, label: gridName(grid) }));
  const isMissing = current !== null && !options.some(({ value }) => value === current);
  return isMissing ? [{ value: current, label: current }, ...options] : options;
}
