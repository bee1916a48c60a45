/** Layers that rooms put over every screen, by the name their commands open them with. One line each. */
import type { ComponentType } from 'react';

export interface LayerProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

export const LAYERS: Readonly<Record<string, ComponentType<LayerProps>>> = {};
