// The root and the escrow key, as they were fetched: each a key file, or two of its papers. Neither is ever written here.
import type { AgeBox, Keyset, Signer } from '#bundle-format';
import type { Request } from '#station/arguments.ts';
import type { StationIo } from '#station/io.ts';
import { readEscrow, readRoot } from '#station/keys/key-ring.ts';
import { escrowFrom, readShare, rootFrom, typedShares, type TwoShares } from '#station/keys/share-papers.ts';
import type { Share, SharedKind } from '#station/keys/shares.ts';
import { refuse } from '#station/refusal.ts';

export interface FetchedKeys {
  readonly root: Signer;
  readonly escrow: AgeBox;
  /** Some came from papers, so its key file may be under a passphrase that nobody knows. */
  readonly fromPapers: boolean;
}

/** The keys that this keyset names. Refuses with `root-differs`, `escrow-differs`, `shares-missing`, `shares-differ`. */
export async function fetchKeys(
  request: Request,
  io: StationIo,
  { root, recipients }: Keyset,
  passphrase: string,
): Promise<FetchedKeys> {
  const [rootFile, escrowFile] = [request.option('root'), request.option('escrow')];
  const papers = await papersOf(request.words, rootFile === null, escrowFile === null);
  return {
    root:
      rootFile === null
        ? await rootFrom(papers('root') ?? (await askFor('root', io)), root)
        : await readRoot(rootFile, { root }, passphrase),
    escrow:
      escrowFile === null
        ? await escrowFrom(papers('escrow') ?? (await askFor('escrow', io)), recipients.escrow)
        : await readEscrow(escrowFile, recipients.escrow, passphrase),
    fromPapers: rootFile === null || escrowFile === null,
  };
}

/** Either no paper is named, and they are typed, or exactly the two of every key that no file gives. */
async function papersOf(
  files: readonly string[],
  ofRoot: boolean,
  ofEscrow: boolean,
): Promise<(kind: SharedKind) => TwoShares | null> {
  if (files.length === 0) return () => null;
  const shares: Share[] = [];
  for (const file of files) shares.push(await readShare(file));
  const two = (kind: SharedKind, wanted: boolean): TwoShares | null => {
    const [first, second, ...more] = shares.filter((share) => share.kind === kind);
    if (!wanted) return first === undefined ? null : refuse('usage', `${kind}: a file or papers, not both`);
    if (first === undefined || second === undefined || more.length > 0) refuse('shares-missing', kind);
    return [first, second];
  };
  const found = { root: two('root', ofRoot), escrow: two('escrow', ofEscrow) };
  return (kind) => found[kind];
}

async function askFor(kind: SharedKind, io: StationIo): Promise<TwoShares> {
  io.err(`${titles[kind]}\n`);
  return typedShares(io);
}

const titles = {
  root: '根密钥的两份分片 · two papers of the root key',
  escrow: '备用密钥的两份分片 · two papers of the escrow key',
} as const;
