// From which bundle to which a key of an office answers: numbers, never dates. One key follows another without a gap.
import { comparePoints, type BundlePoint, type Enrolment, type Keyset, type OfficeKey } from '#bundle-format';
import { refuse } from '#station/refusal.ts';

type NewKey = Pick<Enrolment, 'office' | 'name' | 'sign' | 'box'>;

/** Where a key is closed: at the last bundle applied, or before its first where it sealed none. */
export function closingPoint(open: OfficeKey, lastApplied: BundlePoint | null): BundlePoint {
  const before = { epoch: open.from.epoch, seq: Math.max(0, open.from.seq - 1) };
  return laterOf(lastApplied, before) ?? before;
}

function laterOf(a: BundlePoint | null, b: BundlePoint | null): BundlePoint | null {
  if (a === null || b === null) return a ?? b;
  return comparePoints(a, b) > 0 ? a : b;
}

/**
 * The next version of the keyset, with a key of a new computer or office. An earlier key of the office ends with the last
 * bundle applied of it. Refuses with `enrolment-behind`.
 */
export function withOffice(
  keyset: Keyset,
  enrolment: NewKey & Pick<Enrolment, 'epoch'>,
  lastApplied: BundlePoint | null,
  created: string,
): Keyset {
  const { office, epoch } = enrolment;
  if (lastApplied !== null && epoch < lastApplied.epoch) {
    refuse('enrolment-behind', `epoch ${epoch}, received up to ${lastApplied.epoch}/${lastApplied.seq}`);
  }
  const open = keyOf(keyset, office);
  const end = open === null ? laterOf(lastApplied, lastEnd(keyset, office)) : closingPoint(open, lastApplied);
  const from =
    end !== null && end.epoch >= epoch ? { epoch: end.epoch, seq: end.seq + 1 } : { epoch, seq: 1 };
  return following(keyset, enrolment, { open, to: end, from }, created);
}

/** The same for keys that the one in use has agreed to: it ends before `from`, whatever of it has arrived here. */
export function withRenewal(
  keyset: Keyset,
  key: NewKey,
  { open, from, lastApplied }: { open: OfficeKey; from: BundlePoint; lastApplied: BundlePoint | null },
  created: string,
): Keyset {
  if (comparePoints(from, open.from) < 0 || (lastApplied !== null && comparePoints(from, lastApplied) <= 0))
    refuse('enrolment-behind', `from ${from.epoch}/${from.seq}`);
  return following(keyset, key, { open, to: { epoch: from.epoch, seq: from.seq - 1 }, from }, created);
}

/** The key in use, or null. */
export function keyOf(keyset: Keyset, office: string): OfficeKey | null {
  return keyset.offices.find((key) => key.office === office && key.to === null) ?? null;
}

function lastEnd(keyset: Keyset, office: string): BundlePoint | null {
  return keyset.offices.findLast((key) => key.office === office)?.to ?? null;
}

function following(
  keyset: Keyset,
  { office, name, sign, box }: NewKey,
  { open, to, from }: { open: OfficeKey | null; to: BundlePoint | null; from: BundlePoint },
  created: string,
): Keyset {
  const others = keyset.offices.map((key) => (key === open && to !== null ? { ...key, to } : key));
  return {
    ...keyset,
    version: keyset.version + 1,
    created,
    offices: [...others, { office, name, sign, box, from, to: null }].toSorted(inOrder),
  };
}

function inOrder(a: OfficeKey, b: OfficeKey): number {
  if (a.office !== b.office) return a.office < b.office ? -1 : 1;
  return comparePoints(a.from, b.from);
}
