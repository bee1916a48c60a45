import { useEffect } from 'react';
import { setScheme } from '#renderer/app/appearance.ts';
import { setLanguage } from '#renderer/app/language.ts';
import { useLanguageChoice, useSchemeChoice } from '#renderer/client/appearance.ts';

/** Puts the person's choices into effect, now and whenever they change. */
export function useLook(): void {
  const [scheme] = useSchemeChoice();
  const [language] = useLanguageChoice();
  useEffect(() => setScheme(scheme), [scheme]);
  useEffect(() => setLanguage(language), [language]);
}
