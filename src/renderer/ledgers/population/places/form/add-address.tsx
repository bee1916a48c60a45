/** One more element below another, or at the top. Ctrl+Enter keeps the form for the next one. */
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useDraft } from '#renderer/client/drafts.ts';
import { useOffice } from '#renderer/client/office.ts';
import { useSave } from '#renderer/client/save.ts';
import { Button } from '#renderer/ui/basic/button.tsx';
import { focusNamedField } from '#renderer/ui/form/enter-rule.ts';
import { FormShell } from '#renderer/ui/form/form-shell.tsx';
import { useForm } from '#renderer/ui/form/form-model.ts';
import { RestoreBar } from '#renderer/ui/form/restore-bar.tsx';
import { SkeletonRows } from '#renderer/ui/basic/skeleton-rows.tsx';
import type { ElementKind } from '#shared/ledgers/population/addresses.ts';
import { useUndoToast } from '#renderer/record/use-undo-toast.ts';
import { usePlaceWords } from '#renderer/ledgers/population/places/places-words.ts';
import shared from '#renderer/record/record.module.css';
import { AddressFields } from './address-fields.tsx';
import {
  checkAddress,
  newAddress,
  NO_GRIDS,
  readDraft,
  toAddress,
  type Above,
  type AddressValues,
} from './address-values.ts';

export interface AddAddressProps {
  /** Null: at the top. */
  readonly parent: Above | null;
  /** Words of the grids it gets from there. */
  readonly grids: string;
  readonly onDone: (id: string | null) => void;
}

export function AddAddress(props: AddAddressProps) {
  const { queries } = useOffice();
  const below = useQuery(
    queries.addresses.below.queryOptions({ input: { parent: props.parent?.id ?? null } }),
  );
  if (below.isPending) return <SkeletonRows rows={3} />;
  return <AddForm {...props} like={below.data?.at(-1)?.kind ?? null} />;
}

function AddForm({ parent, grids, onDone, like }: AddAddressProps & { readonly like: ElementKind | null }) {
  const { t } = useTranslation('places');
  const { client } = useOffice();
  const words = usePlaceWords();
  const save = useSave();
  const draft = useDraft('address');
  const offerUndo = useUndoToast('addresses');
  const place = useRef<HTMLDivElement>(null);
  const form = useForm<AddressValues>({
    initial: newAddress(parent, like),
    required: ['name'],
    check: checkAddress,
    words: words.issue,
  });
  const restored = draft.pending === null ? null : readDraft(draft.pending.content);
  const toName = () =>
    requestAnimationFrame(() => {
      const element = place.current?.querySelector('form');
      if (element !== null && element !== undefined) focusNamedField(element, 'name');
    });
  return (
    <div ref={place}>
      <FormShell
        form={form}
        label={parent === null ? t('form.addTop') : t('form.add', { line: parent.line })}
        draft={draft.port}
        saveWords={t('form.save')}
        saveNextWords={t('form.saveNext')}
        actions={<Button onClick={() => onDone(null)}>{t('form.cancel')}</Button>}
        before={
          // A draft of another place waits until that one is opened.
          draft.pending !== null &&
          restored !== null &&
          restored.parentId === (parent?.id ?? null) && (
            <RestoreBar
              keptAt={draft.pending.keptAt}
              onRestore={() => {
                draft.adopt();
                form.fill(restored);
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
            const address = toAddress(values, NO_GRIDS);
            const made = await client.addresses.add({ address, draft: draft.id });
            draft.renew();
            offerUndo(made, t('form.added', { line: made.line }), t('form.undone'));
            if (!next) return onDone(made.id);
            form.reset({ ...newAddress(parent, values.kind) });
            toName();
          })
        }
      >
        <AddressFields form={form} parent={parent?.kind ?? null} isNew />
        {parent !== null && <p className={shared.basis}>{t('form.inherits', { grids })}</p>}
      </FormShell>
    </div>
  );
}
