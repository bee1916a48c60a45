/**
 * What every paper of a matter has in common: who may have it now and in which form, and what stands at its foot. A paper
 * says what stands on it and nothing else; it cannot be had of a matter that its reader may not see.
 */
import type { Paper } from '#shared/contract/paper.ts';
import type { Caller } from '#shared/kernel/caller.ts';
import type { Clock } from '#shared/kernel/clock.ts';
import { refuse, refuseField } from '#shared/kernel/failure.ts';
import type { Role } from '#shared/kernel/role.ts';
import {
  PAPER_FORMS,
  papersOf,
  rolesOfPaper,
  type DisputePaperName,
  type PaperForm,
} from '#shared/ledgers/disputes/papers.ts';
import { revealReasonText, type RevealReason } from '#shared/ledgers/reveal.ts';
import type { TimedImprint, TimedImprintOf } from '#main/desk/imprint.ts';
import { fileNameFrom, type PaperMaker } from '#main/desk/paper-press.ts';
import { answersOf, type Matter } from '#main/ledgers/disputes/matter.ts';

/** One order for every paper of a matter. */
export interface MatterOrder {
  readonly name: DisputePaperName;
  /** Null: blank. */
  readonly dispute: string | null;
  readonly part: string | null;
  /** Given for the whole form. */
  readonly reason: { readonly code: RevealReason; readonly note: string } | null;
}

export interface PapersDesk {
  readonly clock: Clock;
  readonly imprintOf: TimedImprintOf;
  readonly nameOf: (staff: string) => string;
  /** Refuses with `missing` what this person may not see. */
  readonly visible: (caller: Caller, id: string) => Matter;
}

/** What a paper is told of its matter. */
export interface Telling {
  readonly matter: Matter;
  /** With what happened, what was said, and phones. */
  readonly whole: boolean;
  readonly part: string | null;
  readonly nameOf: (staff: string) => string;
}

interface About {
  readonly name: DisputePaperName;
  readonly form: PaperForm;
  readonly reason: MatterOrder['reason'];
}

type MatterPaper = Extract<Paper, { readonly name: DisputePaperName }>;
type Own<Made extends MatterPaper> = Omit<Made, keyof About | keyof TimedImprint>;

export interface PaperTemplate<Made extends MatterPaper> {
  readonly template: string;
  /** As its file is called. */
  readonly title: string;
  /** What stands on it of the matter. */
  readonly tell: (telling: Telling) => Own<Made>;
  readonly blank: Own<Made>;
}

export function matterPaper<Made extends MatterPaper>(
  { imprintOf, nameOf, visible }: PapersDesk,
  name: Made['name'],
  { template, title, tell, blank }: PaperTemplate<Made>,
): PaperMaker<MatterOrder, Made> {
  const own = (order: MatterOrder, form: PaperForm, caller: Caller): Own<Made> => {
    if (!rolesOfPaper(name, form).includes(caller.role)) refuse({ code: 'forbidden' });
    if (order.dispute === null) return blank;
    const matter = visible(caller, order.dispute);
    if (!isOffered(matter, name, form, caller.role)) refuseField('paper', 'not-now');
    return tell({ matter, whole: form === 'whole', part: order.part, nameOf });
  };
  return {
    template,
    roles: [...new Set(PAPER_FORMS.flatMap((form) => rolesOfPaper(name, form)))],
    make: (order, caller, version) => {
      const form = formOf(order);
      const about = { form, reason: order.reason };
      // The template's own part and what is common are the whole paper; of a generic one TypeScript cannot add them up.
      return {
        name,
        ...imprintOf(caller, version),
        ...about,
        ...own(order, form, caller),
      } as unknown as Made;
    },
    fileName: (paper) => fileNameFrom(title, idOf(paper) ?? '空白', paper.printedOn),
    note: ({ dispute, reason, ...order }) => {
      const why = reason === null ? null : revealReasonText(reason.code, reason.note);
      const facts = { paper: name, form: formOf({ dispute, reason, ...order }) };
      const line = { ledger: 'disputes', record: dispute ?? '-', facts };
      return why === null ? line : { ...line, why };
    },
  };
}

function formOf({ dispute, reason }: MatterOrder): PaperForm {
  if (dispute === null) return 'blank';
  return reason === null ? 'plain' : 'whole';
}

function isOffered(matter: Matter, name: DisputePaperName, form: PaperForm, role: Role): boolean {
  const { dispute, sessions, referrals, followUps, agreements } = matter;
  const { stage, route, result } = dispute;
  const agreement = agreements.at(-1) ?? null;
  const known = {
    stage,
    route,
    result,
    answers: answersOf(dispute),
    agreement,
    sessions,
    referrals,
    followUps,
  };
  return papersOf(known, role).some(
    (offer) => offer.name === name && offer.forms.some((one) => one === form),
  );
}

/** The number of a matter may stand in a file's name; that of domestic violence may not, nor does it stand on its paper. */
function idOf(paper: MatterPaper): string | null {
  return 'matter' in paper ? (paper.matter?.id ?? null) : null;
}
