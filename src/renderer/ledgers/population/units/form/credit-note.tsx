/** Below a credit code while it is typed: whether its last character fits the others. */
import { useTranslation } from 'react-i18next';
import { readCreditCode } from '#shared/kernel/credit-code.ts';
import { Attention } from '#renderer/ledgers/population/people/form/attention.tsx';
import shared from '#renderer/record/record.module.css';
import { useUnitWords } from '#renderer/ledgers/population/units/units-words.ts';

export function CreditNote({ code }: { readonly code: string }) {
  const { t } = useTranslation('units');
  const words = useUnitWords();
  const { flaw } = readCreditCode(code);
  // With fewer characters somebody is still typing; what is no code at all is said by its field.
  return (
    <div role="status">
      {flaw === 'check' && <Attention>{words.issue({ field: 'creditCode', rule: 'check-digit' })}</Attention>}
      {flaw === null && <p className={shared.basis}>{t('form.codeFine')}</p>}
    </div>
  );
}
