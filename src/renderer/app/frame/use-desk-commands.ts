import { useMemo, useRef } from 'react';
import { deskCommands, type DeskDeeds } from '#renderer/app/commands/desk-commands.ts';
import { useLanguageChoice, useSchemeChoice } from '#renderer/client/appearance.ts';
import type { Command } from '#renderer/ui/keys/command.ts';

/** The frame's own commands; stable, while what they do is always of now. */
export function useDeskCommands(deeds: Omit<DeskDeeds, 'scheme' | 'language'>): readonly Command[] {
  const [, setScheme] = useSchemeChoice();
  const [language, setLanguage] = useLanguageChoice();
  const now: DeskDeeds = {
    ...deeds,
    scheme: setScheme,
    language: () => setLanguage(language === 'zh' ? 'en' : 'zh'),
  };
  const latest = useRef(now);
  latest.current = now;
  return useMemo(
    () =>
      deskCommands({
        help: () => latest.current.help(),
        palette: () => latest.current.palette(),
        rail: () => latest.current.rail(),
        back: () => latest.current.back(),
        forward: () => latest.current.forward(),
        public: () => latest.current.public(),
        scheme: (scheme) => latest.current.scheme(scheme),
        language: () => latest.current.language(),
      }),
    [],
  );
}
