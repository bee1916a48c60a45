/**
 * What a locked office may carry to the station, beside the sealed files themselves: their opaque names, the week, and by
 * whose signature a stick is known. No secret is in it, and nothing of it says what is sealed. And what was copied while
 * locked, until somebody unlocks and it is taken into the journal.
 */
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { replaceFile } from '#main/files/replace-file.ts';

const name = z.string().check(z.regex(/^[0-9a-f]{32}\.jwb$/));
const MOST = 4096;

const listSchema = z.strictObject({
  format: z.literal('lamplight-carry'),
  v: z.literal(1),
  /** ISO 8601 week of the newest of them. */
  year: z.int(),
  week: z.int().check(z.minimum(1), z.maximum(53)),
  station: z.string().check(z.maxLength(40)),
  /** station-sign, public. */
  sign: z.array(z.string().check(z.maxLength(100))).check(z.maxLength(16)),
  files: z.array(z.strictObject({ name, bytes: z.int() })).check(z.maxLength(MOST)),
});
export type CarryList = z.infer<typeof listSchema>;

const copySchema = z.strictObject({
  name,
  at: z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)),
  stick: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  /** What stands on its outside. */
  serial: z.optional(z.string().check(z.maxLength(16))),
});
export type Copy = z.infer<typeof copySchema>;

const copiesSchema = z.strictObject({
  format: z.literal('lamplight-carried'),
  v: z.literal(1),
  copies: z.array(copySchema).check(z.maxLength(MOST)),
});

export interface CarryFiles {
  /** Null where there is none, or where somebody changed it. */
  list(): CarryList | null;
  keepList(list: Omit<CarryList, 'format' | 'v'>): void;
  dropList(): void;
  copies(): Copy[];
  addCopies(copies: readonly Copy[]): void;
  dropCopies(): void;
}

/** @param outbox the folder in which the sealed files lie */
export function openCarryFiles(outbox: string): CarryFiles {
  const [listPath, copiesPath] = [join(outbox, 'carry.json'), join(outbox, 'carried.json')];
  const copies = () => read(copiesPath, copiesSchema)?.copies ?? [];
  return {
    list: () => read(listPath, listSchema),
    keepList: (list) => put(listPath, listSchema.parse({ format: 'lamplight-carry', v: 1, ...list })),
    dropList: () => rmSync(listPath, { force: true }),
    copies,
    addCopies(fresh) {
      // A stick that is carried about for years of locked copies keeps its newest.
      const kept = [...copies(), ...fresh].slice(-MOST);
      put(copiesPath, { format: 'lamplight-carried', v: 1, copies: kept });
    },
    dropCopies: () => rmSync(copiesPath, { force: true }),
  };
}

function put(path: string, value: unknown): void {
  replaceFile(path, `${JSON.stringify(value)}\n`);
}

function read<T>(
  path: string,
  schema: { safeParse(value: unknown): { success: boolean; data?: T } },
): T | null {
  try {
    const { success, data } = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return success ? (data ?? null) : null;
  } catch {
    return null;
  }
}
