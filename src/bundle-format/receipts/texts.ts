// texts.json of a receipt: rules and notices to be read at the office, until lines of the office show them as taken.
import { integer, nullable, record, text, textLines, words } from '#bundle-format/canonical.ts';
import { limits } from '#bundle-format/limits.ts';
import { shapes } from '#bundle-format/manifest.ts';
import { compareText, partList } from './part-list.ts';
import { day, instant } from '#bundle-format/when.ts';

/** docs/format/bundle-v1.md, "Texts". Keys are written in the order of this interface. */
export interface RuleText {
  /** What it is a version of, `work-rules`. */
  readonly code: string;
  readonly version: number;
  /** 16 random hex. */
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Last day it is in force; null: until another version comes. */
  readonly until: string | null;
  /** Name of whoever sends it. */
  readonly sender: string;
  /** Instant, UTC, milliseconds. */
  readonly at: string;
}

export const textsPart = partList<RuleText>({
  format: 'jwb-texts',
  key: 'texts',
  item: record<RuleText>({
    code: text(/^[a-z][a-z0-9-]{0,39}$/),
    version: integer(1),
    id: text(shapes.hex16),
    title: words(60),
    text: textLines(8000),
    until: nullable(day),
    sender: words(64),
    at: instant,
  }),
  most: limits.texts,
  bytes: limits.textsPart,
  compare: (a, b) => compareText(a.code, b.code),
});
