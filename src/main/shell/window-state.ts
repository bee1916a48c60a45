/** Where the window stood and how large its text is: kept beside the data, without anything about a person. */
import { readFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { replaceFile } from '#main/files/replace-file.ts';
import { SMALLEST } from './window-options.ts';

const windowState = z.object({
  x: z.nullable(z.int()),
  y: z.nullable(z.int()),
  width: z.int(),
  height: z.int(),
  maximized: z.boolean(),
  /** Per cent. */
  zoom: z.int(),
});
export type WindowState = z.infer<typeof windowState>;

export interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export const FIRST_STATE: WindowState = {
  x: null,
  y: null,
  width: 1366,
  height: 768,
  maximized: true,
  zoom: 100,
};

/** Per cent, in the order of Ctrl + and Ctrl −. */
export const ZOOM_STEPS = [90, 100, 110, 125, 150, 175] as const;

/** The next step up or down; 100 for `reset`. Stays at the ends. */
export function stepZoom(zoom: number, step: 'in' | 'out' | 'reset'): number {
  if (step === 'reset') return 100;
  if (step === 'in') return ZOOM_STEPS.find((one) => one > zoom) ?? ZOOM_STEPS[ZOOM_STEPS.length - 1] ?? 100;
  return ZOOM_STEPS.findLast((one) => one < zoom) ?? ZOOM_STEPS[0];
}

/** A key of the zoom, or null. `+` stands on the `=` key of most keyboards, and alone on the number pad. */
export function readZoomKey(input: {
  readonly type: string;
  readonly control: boolean;
  readonly alt: boolean;
  readonly key: string;
}): 'in' | 'out' | 'reset' | null {
  if (input.type !== 'keyDown' || !input.control || input.alt) return null;
  if (input.key === '=' || input.key === '+') return 'in';
  if (input.key === '-' || input.key === '_') return 'out';
  return input.key === '0' ? 'reset' : null;
}

/** Brings a window that stood on a screen now gone back into the work area. */
export function clampToArea(state: WindowState, area: Area): WindowState {
  const width = Math.min(Math.max(state.width, SMALLEST.width), area.width);
  const height = Math.min(Math.max(state.height, SMALLEST.height), area.height);
  const zoom = Math.min(Math.max(state.zoom, ZOOM_STEPS[0]), 175);
  if (state.x === null || state.y === null) return { ...state, width, height, zoom };
  const x = Math.min(Math.max(state.x, area.x), area.x + area.width - width);
  const y = Math.min(Math.max(state.y, area.y), area.y + area.height - height);
  return { ...state, x, y, width, height, zoom };
}

/** The first state when there is none, or one that cannot be read. */
export function readWindowState(path: string): WindowState {
  try {
    const read = windowState.safeParse(JSON.parse(readFileSync(path, 'utf8')));
    return read.success ? read.data : FIRST_STATE;
  } catch {
    return FIRST_STATE;
  }
}

export function writeWindowState(path: string, state: WindowState): void {
  replaceFile(path, JSON.stringify(state));
}
