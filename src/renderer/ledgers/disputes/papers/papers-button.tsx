/** The way from a matter to its papers: those that fit its stage and this person, and no button where there are none. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DisputeRecord } from '#shared/contract/disputes/disputes.ts';
import { papersOf } from '#shared/ledgers/disputes/papers.ts';
import { useMe } from '#renderer/client/office.ts';
import { PaperDialog } from '#renderer/papers/paper-dialog.tsx';
import { Button } from '#renderer/ui/basic/button.tsx';
import { PaperChoice } from './paper-choice.tsx';

export function PapersButton({ dispute }: { readonly dispute: DisputeRecord }) {
  const { t } = useTranslation('disputePapers');
  const me = useMe();
  const [opened, setOpened] = useState(false);
  const offers = papersOf(dispute, me.role);
  if (offers.length === 0) return null;
  return (
    <>
      <Button onClick={() => setOpened(true)}>{t('open')}</Button>
      <PaperDialog opened={opened} title={t('title', { id: dispute.id })} onClose={() => setOpened(false)}>
        <PaperChoice dispute={dispute} offers={offers} />
      </PaperDialog>
    </>
  );
}
