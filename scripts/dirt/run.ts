/**
 * node scripts/dirt/run.ts [FOLDER]: writes the twelve untidy files and, independent of any reader, what has to become of
 * their rows when they are brought into an empty office (counts.json).
 */
import { join, resolve } from 'node:path';
import { makeDirtyFiles } from './make.ts';

const FIXTURES = join(import.meta.dirname, '..', '..', 'tests', 'fixtures', 'import');

for (const { file, read, imported, merged, duplicate, rejected } of makeDirtyFiles(
  resolve(process.argv[2] ?? FIXTURES),
))
  process.stdout.write(`${file}: ${read} = ${imported} + ${merged} + ${duplicate} + ${rejected}\n`);
