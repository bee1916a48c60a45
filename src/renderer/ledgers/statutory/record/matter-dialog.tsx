/** The deed that was chosen, over the record. */
import { useTranslation } from 'react-i18next';
import type { DutyRow } from '#shared/contract/key-persons/statutory.ts';
import { PaperDialog } from '#renderer/papers/paper-dialog.tsx';
import { Dialog } from '#renderer/ui/layers/dialog.tsx';
import { CorrectForm } from './deeds/correct-form.tsx';
import { DutyForm } from './deeds/duty-form.tsx';
import { EndForm } from './deeds/end-form.tsx';
import { HandOverForm } from './deeds/hand-over-form.tsx';
import { MatterPaper } from './deeds/matter-paper.tsx';
import type { TaskProps } from './matter-props.ts';

export type MatterTask =
  | { readonly kind: 'duty' | 'slip'; readonly duty: DutyRow }
  | { readonly kind: 'correct' | 'hand-over' | 'end' | 'notice' };

export function MatterDialog({ task, ...props }: TaskProps & { readonly task: MatterTask | null }) {
  const { t } = useTranslation(['statutoryRecord', 'statutory']);
  const { record, onClose } = props;
  if (task === null) return null;
  switch (task.kind) {
    case 'duty':
      return (
        <Dialog
          opened
          title={t('duties.dialog', { duty: t(`statutory:duties.${task.duty.kind}`) })}
          onClose={onClose}
        >
          <DutyForm {...props} duty={task.duty} />
        </Dialog>
      );
    case 'slip':
      return (
        <PaperDialog
          opened
          title={t('papers.slip', { duty: t(`statutory:duties.${task.duty.kind}`) })}
          onClose={onClose}
        >
          <MatterPaper {...props} order={{ name: 'duty-slip', id: record.id, duty: task.duty.id }} />
        </PaperDialog>
      );
    case 'notice':
      return (
        <PaperDialog opened title={t('papers.noticeTitle')} onClose={onClose}>
          <MatterPaper {...props} order={{ name: 'end-notice', id: record.id }} />
        </PaperDialog>
      );
    case 'correct':
      return (
        <Dialog opened title={t('correctDialog.title')} onClose={onClose}>
          <CorrectForm {...props} />
        </Dialog>
      );
    case 'hand-over':
      return (
        <Dialog opened title={t('handDialog.title')} onClose={onClose}>
          <HandOverForm {...props} />
        </Dialog>
      );
    case 'end':
      return (
        <Dialog opened title={t('endDialog.title')} onClose={onClose}>
          <EndForm {...props} />
        </Dialog>
      );
  }
}
