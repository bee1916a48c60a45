/**
 * Where sticks are plugged in: on Linux what is mounted below the folders that desktops and people use for them, on Windows
 * the drive letters but the system's. Only names are read here; what lies on a volume is looked at by nobody yet.
 */
import { readFile, stat } from 'node:fs/promises';

const BELOW = ['/media/', '/run/media/', '/mnt/'];
/** A desk has a handful of ports. */
const MOST = 16;

export async function pluggedVolumes(): Promise<string[]> {
  if (process.platform === 'win32') return driveLetters();
  try {
    return mountsIn(await readFile('/proc/self/mountinfo', 'utf8'));
  } catch {
    return [];
  }
}

/** File systems that lie on another computer: one that no longer answers would hold up every look. */
const REMOTE = /^(?:nfs|nfs4|cifs|smb3|smbfs|9p|afs|ceph|fuse\.sshfs|autofs)$/;

/** Mount points of mountinfo (proc(5)), the last mounted first. */
export function mountsIn(mountinfo: string): string[] {
  const points = mountinfo.split('\n').flatMap((line) => {
    const [mount = '', source = ''] = line.split(' - ');
    const point = unescaped(mount.split(' ')[4] ?? '');
    const isStick = BELOW.some((folder) => point.startsWith(folder)) || point === '/mnt';
    return isStick && !REMOTE.test(source.split(' ')[0] ?? '') ? [point] : [];
  });
  return [...new Set(points.toReversed())].slice(0, MOST);
}

/** Space, tab, line end and backslash are written as three octal digits. */
function unescaped(text: string): string {
  return text.replaceAll(/\\([0-7]{3})/g, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  );
}

/** C is the system's. A letter without a medium in it is not there. */
async function driveLetters(): Promise<string[]> {
  const roots = Array.from('DEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `${letter}:\\`);
  const found = await Promise.all(
    roots.map((root) =>
      stat(root).then(
        (entry) => entry.isDirectory(),
        () => false,
      ),
    ),
  );
  return roots.filter((_, i) => found[i]).slice(0, MOST);
}
