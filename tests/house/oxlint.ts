/** Runs the linter with the house's own rules on small files in a folder of their own. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');

interface Config {
  options: Record<string, unknown>;
}

/** Path → source. Answers with the paths that were refused, by the rule's name. */
export function lint(files: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> {
  const folder = mkdtempSync(join(tmpdir(), 'lamplight-lint-'));
  try {
    const config = JSON.parse(readFileSync(join(root, '.oxlintrc.json'), 'utf8')) as Config;
    // Without types: these files stand alone, and only their imports are looked at.
    config.options = { ...config.options, typeAware: false };
    writeFileSync(join(folder, '.oxlintrc.json'), JSON.stringify(config));
    for (const [path, source] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), source);
    }
    return readFindings(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function readFindings(folder: string): Record<string, string[]> {
  const linter = join(root, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const ran = spawnSync(process.execPath, [linter, '--format', 'json'], { cwd: folder, encoding: 'utf8' });
  const report = JSON.parse(ran.stdout) as { diagnostics: { code: string; filename: string }[] };
  const found: Record<string, string[]> = {};
  for (const { code, filename } of report.diagnostics) (found[filename] ??= []).push(code);
  return found;
}
