/** What is ordered: a paper without what needs a reason, or, once the reason says enough, the whole one. */
import { useState } from 'react';
import type { DisputePaperOrder, WholePaperOrder } from '#shared/contract/disputes/papers.ts';
import { type DisputePaperName, type PaperForm, type PaperOffer } from '#shared/ledgers/disputes/papers.ts';
import { revealReasonText, type RevealReason } from '#shared/ledgers/reveal.ts';

interface Chosen {
  readonly name: DisputePaperName | null;
  /** Null: the first there is, which is the one that says least. */
  readonly form: Exclude<PaperForm, 'blank'> | null;
  readonly part: string | null;
  readonly blank: boolean;
  readonly reason: RevealReason | null;
  readonly note: string;
}

export interface ChosenOrder {
  readonly name: DisputePaperName;
  readonly forms: PaperOffer['forms'];
  readonly form: PaperForm;
  readonly part: string | null;
  readonly blank: boolean;
  readonly reason: RevealReason | null;
  readonly note: string;
  readonly plain: DisputePaperOrder;
  /** Null where no reason is needed, and until it is given. */
  readonly whole: WholePaperOrder | null;
  readonly set: (change: Partial<Chosen>) => void;
}

const NOTHING: Chosen = { name: null, form: null, part: null, blank: false, reason: null, note: '' };

/** @param onChange what was said of the last paper is no longer about this one */
export function usePaperOrder(
  dispute: string,
  offers: readonly PaperOffer[],
  onChange: () => void,
): ChosenOrder {
  const [chosen, setChosen] = useState(NOTHING);
  const offer = offers.find(({ name }) => name === chosen.name) ?? offers[0];
  const name = offer?.name ?? 'dispute-rights';
  const forms = offer?.forms ?? [];
  const { blank, part, reason, note } = chosen;
  const form = blank ? 'blank' : (forms.find((one) => one === chosen.form) ?? forms[0] ?? 'plain');
  const enough = reason !== null && revealReasonText(reason, note) !== null;
  return {
    name,
    forms,
    form,
    part,
    blank,
    reason,
    note,
    plain: { name, dispute: blank ? null : dispute, part },
    whole: form === 'whole' && enough ? { name, dispute, part, reason, note } : null,
    set: (change) => {
      onChange();
      setChosen((before) => ({ ...before, ...change }));
    },
  };
}
