/** Schemas that several calls share. Only JSON values: instants and days are text, nothing is a Date or a Map. */
import * as z from 'zod/mini';
import { isCalendarDay } from '#shared/kernel/calendar-day.ts';
import { fieldIssueSchema } from '#shared/kernel/failure.ts';
import { RECORD_ID } from '#shared/kernel/ids.ts';
import { hasLabel, LABEL_RULE } from '#shared/kernel/person-labels.ts';
import { cleanText } from '#shared/kernel/text-input.ts';

export const recordId = z.string().check(z.regex(RECORD_ID));
export const revision = z.int().check(z.minimum(1));
export const instant = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/));
export const day = z.string().check(z.refine(isCalendarDay));
export const nothing = z.object({});

/** One line of words that says something: not only spaces, which cleaning would leave empty. */
export function words(max: number) {
  return z.string().check(
    z.maxLength(max),
    z.refine((text) => cleanText(text) !== ''),
  );
}

// What is kept and was typed freely makes nobody a kind of person. Of inputs only: a word that is added to the list one day
// must not make what stands unreadable. The message is the rule that the counter is told.
const withoutLabel = z.refine<string>((text) => !hasLabel(text), LABEL_RULE);

/** Words that the journal or a ledger keeps as they were typed: why something was done, a number of another office. */
export function keptWords(max: number) {
  return words(max).check(withoutLabel);
}

/** A reason in words. Whether it says enough is decided where it is needed. */
export const reasonText = z.string().check(z.maxLength(200), withoutLabel);

/** A file or folder that a person chose in a dialog. The counter holds this, never a path. */
export const handle = z.string().check(z.regex(/^h[0-9a-f]{16}$/));
export const place = z.object({ handle, label: z.string() });

/** Given by the form when it opens; a save consumes it, so that a double click cannot make twins. */
export const draftId = z.string().check(z.regex(/^d[0-9a-z]{8,32}$/));

/** One page of a list, never more than this many rows. */
export const PAGE_ROWS = 100;
export const pageRequest = {
  /** Where the page before ended; null for the first page. */
  after: z.nullable(z.string().check(z.maxLength(200))),
  rows: z.int().check(z.minimum(1), z.maximum(PAGE_ROWS)),
};

export function page<Row extends z.core.$ZodType>(row: Row) {
  return z.object({
    rows: z.array(row),
    /** Ask for the next page with this; null at the end. */
    next: z.nullable(z.string()),
    /** Rows that match the filter. */
    total: z.int(),
    /** Rows this person could see with no filter. */
    all: z.int(),
  });
}

/** What somebody should look at again after a save: at most a few a field. */
export const warningList = z.array(fieldIssueSchema).check(z.maxLength(40));
