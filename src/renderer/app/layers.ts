/** Layers that rooms put over every screen, by the name their commands open them with. One line each. */
import type { ComponentType } from 'react';
import { CareDrawer } from '#renderer/ledgers/care/entry/care-drawer.tsx';
import { RequestDrawer } from '#renderer/ledgers/rights/entry/request-drawer.tsx';
import { VisitDrawer } from '#renderer/ledgers/visitors/quick/visit-drawer.tsx';
import { VISIT_LAYER } from '#renderer/ledgers/visitors/visitors-commands.ts';
import { CARE_LAYER, RIGHTS_LAYER } from '#renderer/record/person/layers.ts';

export interface LayerProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** What the first field begins with; empty where nothing was typed before. */
  readonly begin: string;
}

export const LAYERS: Readonly<Record<string, ComponentType<LayerProps>>> = {
  [VISIT_LAYER]: VisitDrawer,
  [CARE_LAYER]: CareDrawer,
  [RIGHTS_LAYER]: RequestDrawer,
};
