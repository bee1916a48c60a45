/** One grid, new or changed. A new code goes along to everything that carries it. */
import { useTranslation } from 'react-i18next';
import type { GridRow } from '#shared/contract/population/addresses.ts';
import type { FieldIssue } from '#shared/kernel/failure.ts';
import {
  cleanGrid,
  GRID_KINDS,
  gridInput,
  gridIssues,
  type GridInput,
} from '#shared/ledgers/population/grids.ts';
import { useDraft } from '#renderer/client/drafts.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useSave } from '#renderer/client/save.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { Notice } from '#renderer/ui/basic/notice.tsx';
import { DigitChoice } from '#renderer/ui/fields/digit-choice.tsx';
import { SelectField } from '#renderer/ui/fields/select-field.tsx';
import { TextField } from '#renderer/ui/fields/text-field.tsx';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { RestoreBar } from '#renderer/ui/form/restore-bar.tsx';
import { useUndoToast } from '#renderer/record/use-undo-toast.ts';
import { gridName } from '#renderer/ledgers/population/places/grid-name.ts';
import { usePlaceWords } from '#renderer/ledgers/population/places/places-words.ts';

export interface GridFormProps {
  /** Null: a new one. */
  readonly grid: GridRow | null;
  readonly grids: readonly GridRow[];
  readonly onDone: () => void;
}

const NEW_GRID: GridInput = { kind: 'police', code: '', name: '', policeGrid: null, keeper: '' };

export function GridForm({ grid, grids, onDone }: GridFormProps) {
  const { t } = useTranslation('grids');
  const { client } = useOffice();
  const words = usePlaceWords();
  const save = useSave();
  const draft = useDraft('grid');
  const offerUndo = useUndoToast('grids');
  const hasPolice = grids.some(({ kind }) => kind === 'police');
  const form = useForm<GridInput>({
    initial: grid === null ? { ...NEW_GRID, kind: hasPolice ? 'civil' : 'police' } : inputOf(grid),
    required: ['code', 'name'],
    check: (values) => gridIssues(cleanGrid(values)),
    words: (issue) => words.issue(asGridIssue(issue)),
  });
  const { values } = form;
  const police = grids.filter(({ kind, id }) => kind === 'police' && id !== grid?.id);
  return (
    <FormShell
      form={form}
      label={grid === null ? t('addTitle') : t('editTitle', { name: grid.name })}
      {...(grid === null ? { draft: draft.port } : {})}
      before={
        grid === null &&
        draft.pending !== null && (
          <RestoreBar
            keptAt={draft.pending.keptAt}
            onRestore={() => {
              const restored = draft.pending === null ? null : readDraft(draft.pending.content);
              draft.adopt();
              if (restored !== null) form.fill(restored);
            }}
            onDrop={() => void draft.drop()}
          />
        )
      }
      saveWords={t('save')}
      actions={<Button onClick={onDone}>{t('cancel')}</Button>}
      save={(entered) =>
        save(async () => {
          const saved =
            grid === null
              ? await client.grids.add({ grid: entered, draft: draft.id })
              : await client.grids.amend({ id: grid.id, revision: grid.revision, grid: entered });
          draft.renew();
          offerUndo(saved, t('saved', { name: saved.name }), t('undone'));
          onDone();
        })
      }
    >
      <DigitChoice
        {...form.field('kind')}
        label={t('fields.kind')}
        onChange={(kind) => form.set('kind', kind)}
        options={GRID_KINDS.map((code, index) => ({
          value: code,
          digit: String(index + 1),
          label: t(`kinds.${code}`),
        }))}
        autoFocus={grid === null}
      />
      <TextField
        {...form.field('code')}
        label={t('fields.code')}
        hint={t('codeHint')}
        maxLength={20}
        autoFocus={grid !== null}
      />
      {grid !== null && values.code.trim() !== grid.code && grid.doors > 0 && (
        <Notice tone="amber">
          {t('recode')} {t('doors', { count: grid.doors })}
        </Notice>
      )}
      <TextField {...form.field('name')} label={t('fields.name')} maxLength={60} />
      {values.kind === 'civil' && (
        <SelectField
          {...form.field('policeGrid')}
          label={t('fields.policeGrid')}
          none={t('noPolice')}
          options={police.map((grid) => ({ value: grid.code, label: gridName(grid) }))}
        />
      )}
      <TextField
        {...form.field('keeper')}
        label={t(values.kind === 'police' ? 'fields.keeperPolice' : 'fields.keeperCivil')}
        hint={t('keeperHint')}
        maxLength={60}
      />
    </FormShell>
  );
}

function inputOf({ kind, code, name, policeGrid, keeper }: GridRow): GridInput {
  return { kind, code, name, policeGrid, keeper };
}

/** Null where the draft was kept by another version of the form. */
function readDraft(content: string): GridInput | null {
  try {
    const read = gridInput.safeParse(JSON.parse(content));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** A grid's name is not that of an address. */
function asGridIssue(issue: FieldIssue): FieldIssue {
  return issue.field === 'name' ? { ...issue, field: 'gridName' } : issue;
}
