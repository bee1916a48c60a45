/** Runs the two command lines as a person's script would: a process each, one JSON object on stdout. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const OUT = join(import.meta.dirname, '..', 'out');

export type Tool = 'office' | 'station';

const ENTRIES: Readonly<Record<Tool, string>> = {
  office: join(OUT, 'main', 'cli.js'),
  station: join(OUT, 'station', 'cli.js'),
};

export type Answer = Readonly<Record<string, unknown>>;

/** The parsed answer; throws with the tool's own words where it did not end well. */
export async function runTool(
  tool: Tool,
  args: readonly string[],
  secrets: Readonly<Record<string, string>>,
): Promise<Answer> {
  const child = spawn(process.execPath, [ENTRIES[tool], ...args, '--json'], {
    env: { ...process.env, ...secrets },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  if (status !== 0) throw new Error(`${tool} ${args[0] ?? ''} ended with ${String(status)}: ${out}${err}`);
  return JSON.parse(out) as Answer;
}
