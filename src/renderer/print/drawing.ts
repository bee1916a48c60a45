/** One paper as the page knows it: how it is drawn, and how many pages that makes, which is known before drawing. */
import type { ComponentType } from 'react';
import type { Paper } from '#shared/contract/paper.ts';

export interface Drawing<Drawn extends Paper> {
  readonly Pages: ComponentType<{ readonly paper: Drawn }>;
  readonly count: (paper: Drawn) => number;
}

/** A registry: one drawing for each name. */
export type Drawings<Drawn extends Paper> = {
  readonly [Name in Drawn['name']]: Drawing<Extract<Drawn, { readonly name: Name }>>;
};
