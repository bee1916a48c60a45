import { useTranslation } from 'react-i18next';
import type { GridRow } from '#shared/contract/population/addresses.ts';
import { useOffice } from '#renderer/client/office.ts';
import { Dialog } from '#renderer/ui/layers/dialog.tsx';
import { useToast } from '#renderer/ui/layers/toasts.tsx';
import { ReasonQuestion } from '#renderer/record/reason-question.tsx';
import { usePlaceWords } from '#renderer/ledgers/population/places/places-words.ts';
import { useIssueDeed } from '#renderer/record/use-issue-deed.ts';

export interface RetireGridProps {
  /** Null: closed. */
  readonly grid: GridRow | null;
  readonly onClose: () => void;
}

/** Takes a grid out that nothing carries. */
export function RetireGrid({ grid, onClose }: RetireGridProps) {
  const { t } = useTranslation('grids');
  const { client } = useOffice();
  const words = usePlaceWords();
  const deed = useIssueDeed(words.issue);
  const toast = useToast();
  const retire = async ({ id, revision }: GridRow, reason: string) => {
    const done = await deed(() => client.grids.retire({ id, revision, reason }));
    if (done === null) return;
    onClose();
    toast({ tone: 'done', text: t('retired') });
  };
  return (
    <Dialog opened={grid !== null} title={t('retireTitle', { name: grid?.name ?? '' })} onClose={onClose}>
      {grid !== null && (
        <ReasonQuestion
          confirm={t('retire')}
          onConfirm={(reason) => void retire(grid, reason)}
          onClose={onClose}
        >
          {t('retireWhy')}
        </ReasonQuestion>
      )}
    </Dialog>
  );
}
