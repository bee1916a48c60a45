/** Internet sockets of a process and all its children, read from /proc: Linux only. */
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** One line a TCP or UDP socket, in whatever state, as the kernel lists it. */
export function findInternetSockets(pid: number): readonly string[] {
  const owned = new Set(familyOf(pid).flatMap(socketsOf));
  return ['tcp', 'tcp6', 'udp', 'udp6'].flatMap((kind) =>
    readFileSync(`/proc/net/${kind}`, 'utf8')
      .split('\n')
      .slice(1)
      .filter((line) => owned.has(line.trim().split(/\s+/)[9] ?? ''))
      .map((line) => `${kind} ${line.trim()}`),
  );
}

/** The process, its children, and theirs. */
function familyOf(pid: number): readonly number[] {
  const parents = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const parent = parentOf(Number(name));
    if (parent !== null) parents.set(parent, [...(parents.get(parent) ?? []), Number(name)]);
  }
  const collect = (one: number): number[] => [one, ...(parents.get(one) ?? []).flatMap(collect)];
  return collect(pid);
}

function parentOf(pid: number): number | null {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? 0);
  } catch {
    return null;
  }
}

function socketsOf(pid: number): string[] {
  return listFiles(pid).flatMap((file) => {
    const inode = /^socket:\[(\d+)\]$/.exec(readTarget(file))?.[1];
    return inode === undefined ? [] : [inode];
  });
}

/** Empty when the process has gone meanwhile. */
function listFiles(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`).map((fd) => `/proc/${pid}/fd/${fd}`);
  } catch {
    return [];
  }
}

/** Empty when the file has been closed meanwhile, as the listing of the folder itself always has. */
function readTarget(file: string): string {
  try {
    return readlinkSync(file);
  } catch {
    return '';
  }
}
