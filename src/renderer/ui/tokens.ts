/**
 * The colours of the room at dusk, light and dark, each by what it is for.
 * Contrast of every pair used is asserted by a test; nothing in the counter names a colour but through these.
 */

export interface Tokens {
  /** The page behind the cards. */
  readonly paper: string;
  readonly card: string;
  readonly ink: string;
  readonly 'ink-soft': string;
  /** The faintest text allowed. */
  readonly 'ink-hint': string;
  readonly rail: string;
  readonly night: string;
  readonly 'night-ink': string;
  readonly 'night-muted': string;
  readonly 'night-edge': string;
  readonly action: string;
  readonly 'action-hover': string;
  /** Text on a filled action. */
  readonly 'action-ink': string;
  readonly selection: string;
  readonly lamp: string;
  readonly amber: string;
  readonly 'amber-ground': string;
  readonly green: string;
  readonly 'green-ground': string;
  readonly red: string;
  readonly 'red-ground': string;
  readonly 'red-ink': string;
  readonly violet: string;
  readonly 'violet-ground': string;
  readonly grey: string;
  readonly 'grey-ground': string;
  /** Borders of controls: at least 3 to 1. */
  readonly edge: string;
  /** Decoration only, never the border of a control. */
  readonly hairline: string;
  readonly ring: string;
  readonly 'ring-night': string;
  readonly shade: string;
}

export const light: Tokens = {
  paper: '#F5F3EE',
  card: '#FFFFFF',
  ink: '#16212B',
  'ink-soft': '#4A5763',
  'ink-hint': '#5F6C78',
  rail: '#ECE9E2',
  night: '#17324A',
  'night-ink': '#E7ECEF',
  'night-muted': '#A9BBC9',
  'night-edge': '#7E93A5',
  action: '#1F5A8A',
  'action-hover': '#184A73',
  'action-ink': '#FFFFFF',
  selection: '#E3EDF5',
  lamp: '#F2B84B',
  amber: '#7A4A00',
  'amber-ground': '#FDF3DC',
  green: '#1F6B45',
  'green-ground': '#E4F1EA',
  red: '#A8261C',
  'red-ground': '#FBE9E7',
  'red-ink': '#FFFFFF',
  violet: '#5B3A86',
  'violet-ground': '#EFE9F6',
  grey: '#4A5763',
  'grey-ground': '#ECEAE4',
  edge: '#7C8894',
  hairline: '#DAD6CC',
  ring: '#0B5CAD',
  'ring-night': '#F2B84B',
  shade: 'rgba(22, 33, 43, 0.42)',
};

export const dark: Tokens = {
  paper: '#141A20',
  card: '#1D252D',
  ink: '#E6EAED',
  'ink-soft': '#A7B2BC',
  'ink-hint': '#97A3AE',
  rail: '#181F26',
  night: '#17324A',
  'night-ink': '#E7ECEF',
  'night-muted': '#A9BBC9',
  'night-edge': '#7E93A5',
  action: '#7FB4E0',
  'action-hover': '#9BC5E8',
  'action-ink': '#0E1C28',
  selection: '#24384A',
  lamp: '#F2B84B',
  amber: '#F2B84B',
  'amber-ground': '#3A2F17',
  green: '#7CC79E',
  'green-ground': '#1C3529',
  red: '#F29A90',
  'red-ground': '#42211F',
  'red-ink': '#0E1C28',
  violet: '#C3A9E8',
  'violet-ground': '#31264A',
  grey: '#A7B2BC',
  'grey-ground': '#2A333C',
  edge: '#71808D',
  hairline: '#313C46',
  ring: '#F2B84B',
  'ring-night': '#F2B84B',
  shade: 'rgba(4, 8, 12, 0.62)',
};

/** As CSS variables: `--paper`, `--ink-soft`, … */
export function toVariables(tokens: Tokens): Record<string, string> {
  return Object.fromEntries(Object.entries(tokens).map(([name, value]) => [`--${name}`, String(value)]));
}
