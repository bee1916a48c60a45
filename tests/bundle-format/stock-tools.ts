// Runs the tools a stranger would open a bundle with. A missing one is a failure that says how to get it.
import { spawnSync } from 'node:child_process';

const packages = {
  age: 'age',
  jq: 'jq',
  sha256sum: 'coreutils',
  sh: 'dash',
  'ssh-keygen': 'openssh-client',
  tar: 'tar',
  zstd: 'zstd',
} as const;

export interface Ran {
  readonly status: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

export function run(
  tool: keyof typeof packages,
  args: readonly string[],
  options: { cwd?: string; input?: Uint8Array | string; env?: NodeJS.ProcessEnv } = {},
): Ran {
  const { status, stdout, stderr, error } = spawnSync(tool, args, { ...options, maxBuffer: 1 << 28 });
  if (error !== undefined) {
    throw new Error(`${tool} cannot be run (${error.message}); on Debian: apt-get install ${packages[tool]}`);
  }
  return { status: status ?? -1, stdout, stderr: stderr.toString() };
}

/** Stops at the first command that fails, and says why. */
export function runAll(script: string, cwd: string): string {
  const { status, stdout, stderr } = run('sh', ['-eu', '-c', script], { cwd });
  if (status !== 0) throw new Error(`exit ${status}\n${stdout.toString()}\n${stderr}`);
  return stdout.toString();
}
