/** Layers that rooms put over every screen, by the name their commands open them with. One line each. */
import type { ComponentType } from 'react';
import { VisitDrawer } from '#renderer/ledgers/visitors/quick/visit-drawer.tsx';
import { VISIT_LAYER } from '#renderer/ledgers/visitors/visitors-commands.ts';

export interface LayerProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** What the first field begins with; empty where nothing was typed before. */
  readonly begin: string;
}

export const LAYERS: Readonly<Record<string, ComponentType<LayerProps>>> = { [VISIT_LAYER]: VisitDrawer };
