/** 导入: a community's spreadsheet becomes records, in five steps, all of it or nothing. */
import * as z from 'zod/mini';
import { PAIR_FIELDS, PAIR_KINDS, residentRow } from './residents.ts';
import { call } from '#shared/contract/call.ts';
import { instant, nothing, page, pageRequest, recordId } from '#shared/contract/shapes.ts';

/** What a column may become. Every other column is dropped, and named on screen. */
export const IMPORT_FIELDS = [
  'name',
  'otherName',
  'idType',
  'idNumber',
  'otherIdNumber',
  'sex',
  'birthDate',
  'phone',
  'place',
  'door',
  'address',
  'policeGrid',
  'civilGrid',
  'registerAddress',
  'residenceType',
  'housing',
  'householdNumber',
  'relation',
  'stayFrom',
  'stayUntil',
  'isOut',
  'outOn',
  'isDead',
  'diedOn',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Why a column is not taken: the law forbids it, or no ledger has a field for it. */
export const DROP_REASONS = ['forbidden', 'no-field', 'twice'] as const;

export const COLUMNS_MAX = 256;
export const SHEETS_MAX = 100;

export const importColumn = z.object({
  index: z.int(),
  /** Header as read, both rows joined; cut to 60 characters. */
  header: z.string(),
  field: z.nullable(z.enum(IMPORT_FIELDS)),
  dropped: z.nullable(z.enum(DROP_REASONS)),
  /** Article or rule behind a forbidden column: `constitution-33`, `pipl-28`, … ; a word the counter has text for. */
  rule: z.nullable(z.string()),
  /** Up to three values, masked where they are numbers or phones; none of a dropped column. */
  samples: z.array(z.string()).check(z.maxLength(3)),
});
export type ImportColumn = z.infer<typeof importColumn>;

export const importPlan = z.object({
  file: z.string(),
  kind: z.enum(['xlsx', 'xls', 'ods', 'html', 'csv']),
  encoding: z.nullable(z.enum(['utf-8', 'gb18030', 'utf-16le'])),
  sheets: z.array(z.object({ name: z.string(), hidden: z.boolean() })).check(z.maxLength(SHEETS_MAX)),
  sheet: z.nullable(z.string()),
  /** Rows of the header, 1-based, as a person counts them; empty when none was found. */
  headerRows: z.array(z.int()).check(z.maxLength(3)),
  columns: z.array(importColumn).check(z.maxLength(COLUMNS_MAX)),
  /** The mapping comes from an earlier import with the same headers. */
  remembered: z.boolean(),
  /** Fields without which nothing can be read from this sheet. */
  missing: z.array(z.enum(IMPORT_FIELDS)).check(z.maxLength(IMPORT_FIELDS.length)),
});
export type ImportPlan = z.infer<typeof importPlan>;

export const ROW_OUTCOMES = ['new', 'merge', 'duplicate', 'reject'] as const;
export type RowOutcome = (typeof ROW_OUTCOMES)[number];

/** What becomes of a row that looks like a record or another row. */
export const ROW_CHOICES = ['new', 'merge', 'skip'] as const;

export const importRow = z.object({
  /** Row of the file as a person counts it. */
  row: z.int(),
  outcome: z.enum(ROW_OUTCOMES),
  name: z.string(),
  idMasked: z.nullable(z.string()),
  birthMonth: z.nullable(z.string()),
  phoneMasked: z.nullable(z.string()),
  addressLine: z.string(),
  /** Reasons, as words the counter has text for; a rejected row has at least one. */
  issues: z.array(z.object({ field: z.string(), rule: z.string() })),
  warnings: z.array(z.object({ field: z.string(), rule: z.string() })),
  /** The record or earlier row it looks like, side by side. */
  twin: z.nullable(
    z.object({
      kind: z.enum(PAIR_KINDS),
      resident: z.nullable(residentRow),
      /** Earlier row of the same file, where it is not a record yet. */
      row: z.nullable(z.int()),
      differing: z.array(z.enum(PAIR_FIELDS)),
    }),
  ),
  choice: z.nullable(z.enum(ROW_CHOICES)),
});
export type ImportRow = z.infer<typeof importRow>;

export const importCheck = z.object({
  read: z.int(),
  /** read = imported + merged + duplicate + rejected */
  imported: z.int(),
  merged: z.int(),
  duplicate: z.int(),
  rejected: z.int(),
  /** Numbers made whole where it was certain. */
  repaired: z.int(),
  /** Rows that will be imported with something to look at again. */
  flagged: z.int(),
  /** Pairs on which a person may decide otherwise. */
  undecided: z.int(),
  newAddresses: z.int(),
  newHouseholds: z.int(),
  /** Rows that are no data: blank, totals, comments. Not in `read`. */
  passedOver: z.int(),
});
export type ImportCheck = z.infer<typeof importCheck>;

export const importBatch = z.object({
  id: z.string(),
  file: z.string(),
  at: instant,
  byName: z.string(),
  check: importCheck,
  /** Until when the whole batch can be taken back; null once it was, or the time is over. */
  undoUntil: z.nullable(instant),
  undone: z.boolean(),
});
export type ImportBatch = z.infer<typeof importBatch>;

const officer = ['officer'] as const;
/** Given by `choose`; the file's content stays in the office. */
export const importId = z.string().check(z.regex(/^m[0-9a-f]{16}$/));
const session = { import: importId };

export const importsContract = {
  /** Asks for a file and reads its beginning. */
  choose: call({ roles: officer })
    .input(nothing)
    .output(z.object({ import: importId, plan: importPlan })),
  /** Another sheet, encoding or header row: reads anew. */
  plan: call({ roles: officer })
    .input(
      z.object({
        ...session,
        sheet: z.nullable(z.string().check(z.maxLength(100))),
        encoding: z.nullable(z.enum(['utf-8', 'gb18030', 'utf-16le'])),
        headerRows: z.nullable(z.array(z.int().check(z.minimum(1), z.maximum(50))).check(z.maxLength(3))),
      }),
    )
    .output(importPlan),
  /** Reads every row with this mapping. Progress comes as events with the task `import`; `cancel` ends it. */
  check: call({ roles: officer })
    .input(
      z.object({
        ...session,
        /** Column index → field; columns left out are dropped. A forbidden column cannot be mapped. */
        mapping: z
          .array(z.object({ index: z.int(), field: z.enum(IMPORT_FIELDS) }))
          .check(z.maxLength(COLUMNS_MAX)),
        /** Where doors belong whose place the sheet does not name. */
        baseAddressId: z.nullable(recordId),
      }),
    )
    .output(importCheck),
  rows: call({ roles: officer })
    .input(z.object({ ...session, ...pageRequest, show: z.enum(['rejected', 'twins', 'flagged', 'all']) }))
    .output(page(importRow)),
  decide: call({ roles: officer })
    .input(
      z.object({ ...session, rows: z.array(z.int()).check(z.maxLength(1000)), choice: z.enum(ROW_CHOICES) }),
    )
    .output(importCheck),
  /** Corrects fields of one row; it is checked anew. */
  fix: call({ roles: officer })
    .input(
      z.object({
        ...session,
        row: z.int(),
        fields: z.array(z.object({ field: z.enum(IMPORT_FIELDS), text: z.string().check(z.maxLength(200)) })),
      }),
    )
    .output(z.object({ row: importRow, check: importCheck })),
  /** The text of one field of one row, to correct it. A line is left. */
  cell: call({ roles: officer })
    .input(z.object({ ...session, row: z.int(), field: z.enum(IMPORT_FIELDS) }))
    .output(z.object({ text: z.string() })),
  /** Writes all in one transaction. Answers with the batch as it stands in the ledger. */
  commit: call({ roles: officer }).input(z.object(session)).output(importBatch),
  /** Ends what is running, or lets go of the file. */
  cancel: call({ roles: officer }).input(z.object(session)).output(nothing),
  /** The rejected rows as xlsx with a column 错误原因, in a chosen place. */
  saveErrors: call({ roles: officer })
    .input(z.object(session))
    .output(z.object({ file: z.string(), rows: z.int() })),
  batches: call({ roles: officer })
    .input(nothing)
    .output(z.array(importBatch).check(z.maxLength(100))),
  /** Within 24 hours: what the batch brought goes, what it changed goes back; records changed since stay and are counted. */
  undo: call({ roles: officer })
    .input(z.object({ id: z.string().check(z.maxLength(20)) }))
    .output(z.object({ removed: z.int(), restored: z.int(), kept: z.int() })),
};
