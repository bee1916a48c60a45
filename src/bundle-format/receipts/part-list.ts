// A list that travels in a receipt as a part of its own: canonical, bounded, in one order, nothing in it twice.
import { encodeCanonical, list, literal, record, type Spec } from '#bundle-format/canonical.ts';
import { parseManifest } from '#bundle-format/parse-manifest.ts';

export interface PartForm<Item> {
  /** Its `format`, and the key of the list itself. */
  readonly format: `jwb-${string}`;
  readonly key: string;
  readonly item: Spec<Item>;
  /** Items, and bytes of the whole. */
  readonly most: number;
  readonly bytes: number;
  /** The one order of the list; 0 of what must not stand in it twice. */
  compare(a: Item, b: Item): number;
  /** The first field that breaks a rule which binds several together, or null. */
  flawOf?(item: Item): string | null;
}

export interface PartList<Item> {
  /** In any order. Throws TypeError for what no receipt may carry: a bug of the caller. */
  encode(items: readonly Item[]): Buffer;
  /** Throws E203 for a list of a later version, E708 for anything else that does not fit. */
  parse(bytes: Buffer): readonly Item[];
}

export function partList<Item>(form: PartForm<Item>): PartList<Item> {
  const { format, key } = form;
  const spec = record<Record<string, unknown>>({
    format: literal(format),
    v: literal(1),
    [key]: list(form.item, form.most),
  });
  const itemsOf = (whole: Record<string, unknown>) => whole[key] as readonly Item[];

  function flawOf(items: readonly Item[]): string | null {
    if (items.length === 0) return key;
    for (const [i, item] of items.entries()) {
      const wrong = form.flawOf?.(item) ?? null;
      if (wrong !== null) return `${key}[${i}].${wrong}`;
      const before = items[i - 1];
      if (before !== undefined && form.compare(before, item) >= 0) return `${key}[${i}]`;
    }
    return null;
  }

  return {
    encode(items) {
      const sorted = items.toSorted((a, b) => form.compare(a, b));
      const wrong = flawOf(sorted);
      if (wrong !== null) throw new TypeError(`${format}: ${wrong}`);
      const bytes = Buffer.from(encodeCanonical(spec, { format, v: 1, [key]: sorted }));
      if (bytes.length > form.bytes) throw new TypeError(`${format}: ${bytes.length} bytes`);
      return bytes;
    },
    parse: (bytes) => itemsOf(parseManifest(spec, (whole) => flawOf(itemsOf(whole)), bytes, 'E708')),
  };
}

/** By the code units of two texts: what every language sorts alike where they are ASCII. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
