/** How a person wants the counter to look: kept in the office, the same on every shift. */
import { LANGUAGES, type Language } from '#shared/contract/session.ts';
import { DENSITIES, type Density } from '#renderer/ui/table/table-column.ts';
import { useOffice } from './office.ts';
import { oneOf, usePreference } from './preferences.ts';

export const SCHEMES = ['light', 'dark', 'system'] as const;
export type Scheme = (typeof SCHEMES)[number];

const RAILS = ['wide', 'narrow'] as const;

type Choice<Value> = readonly [Value, (value: Value) => void];

export function useSchemeChoice(): Choice<Scheme> {
  return usePreference<Scheme>('look.scheme', oneOf(SCHEMES), 'light');
}

export function useDensityChoice(): Choice<Density> {
  return usePreference<Density>('look.density', oneOf(DENSITIES), 'standard');
}

/** The office's language until the person chooses another. */
export function useLanguageChoice(): Choice<Language> {
  return usePreference<Language>('look.language', oneOf(LANGUAGES), useOffice().session.language);
}

/** The rail is always narrow on narrow screens. */
export function useRailChoice(): Choice<(typeof RAILS)[number]> {
  return usePreference<(typeof RAILS)[number]>('look.rail', oneOf(RAILS), 'wide');
}
