/** The seam between the one box and the form that is open: a form says what it can take, the box hands it over. */
import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react';

/** A person, or an address somebody can live behind. */
export type PickKind = 'person' | 'door';

export interface Picked {
  readonly kind: PickKind;
  readonly id: string;
  /** A person's name, an address in one line. */
  readonly words: string;
}

export interface PickOffer {
  readonly takes: readonly PickKind[];
  readonly pick: (picked: Picked) => void;
  /** The form stands in a drawer over the screen; the box may open over it. */
  readonly inLayer?: boolean;
}

export interface PickBoard {
  add(offer: PickOffer): () => void;
}

export const PickBoardContext = createContext<PickBoard>({ add: () => () => undefined });

/** For the frame: the newest form that takes something, or null. */
export function usePickBoard(): readonly [PickOffer | null, PickBoard] {
  const [offers, setOffers] = useState<readonly PickOffer[]>([]);
  const board = useMemo<PickBoard>(
    () => ({
      add(offer) {
        setOffers((now) => [offer, ...now]);
        return () => setOffers((now) => now.filter((one) => one !== offer));
      },
    }),
    [],
  );
  return [offers[0] ?? null, board];
}

/** Takes what is found for as long as the calling form is shown. */
export function useOfferPick({ takes, pick, inLayer = false }: PickOffer): void {
  const board = useContext(PickBoardContext);
  const latest = useRef(pick);
  useEffect(() => {
    latest.current = pick;
  });
  const kinds = takes.join(' ');
  useEffect(
    () =>
      board.add({
        takes: kinds.split(' ').filter((kind): kind is PickKind => kind === 'person' || kind === 'door'),
        pick: (picked) => latest.current(picked),
        inLayer,
      }),
    [board, kinds, inLayer],
  );
}
