import { describe, expect, it } from 'vitest';
import { dark, light, type Tokens } from '#renderer/ui/tokens.ts';

type Name = keyof Tokens;

/** Relative luminance and contrast ratio as in WCAG 2.2. */
function contrast(one: string, other: string): number {
  const [high, low] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return ((high ?? 0) + 0.05) / ((low ?? 0) + 0.05);
}

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

const TEXT: readonly (readonly [Name, Name])[] = [
  ['ink', 'paper'],
  ['ink', 'card'],
  ['ink', 'selection'],
  ['ink', 'rail'],
  ['ink-soft', 'paper'],
  ['ink-soft', 'card'],
  ['ink-soft', 'rail'],
  ['ink-hint', 'card'],
  ['night-ink', 'night'],
  ['night-muted', 'night'],
  ['action', 'paper'],
  ['action', 'card'],
  ['action', 'selection'],
  ['action-ink', 'action'],
  ['action-ink', 'action-hover'],
  ['amber', 'amber-ground'],
  ['green', 'green-ground'],
  ['red', 'red-ground'],
  ['red', 'card'],
  ['violet', 'violet-ground'],
  ['grey', 'grey-ground'],
  ['ink', 'green-ground'],
  ['ink', 'red-ground'],
];
const SHAPES: readonly (readonly [Name, Name])[] = [
  ['edge', 'card'],
  ['edge', 'paper'],
  ['night-edge', 'night'],
  ['ring', 'card'],
  ['ring', 'paper'],
  ['ring-night', 'night'],
  ['lamp', 'night'],
];

describe.each([
  ['light', light],
  ['dark', dark],
])('the colours by %s', (_name, tokens) => {
  it.each(TEXT)('let %s be read on %s', (ink, ground) => {
    expect(contrast(tokens[ink], tokens[ground])).toBeGreaterThanOrEqual(4.5);
  });
  it.each(SHAPES)('let %s be seen on %s', (shape, ground) => {
    expect(contrast(tokens[shape], tokens[ground])).toBeGreaterThanOrEqual(3);
  });
});
