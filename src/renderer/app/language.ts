/** Two languages, switched while running. */
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#shared/contract/session.ts';
import { texts } from './texts.ts';

export async function startLanguage(): Promise<void> {
  const rooms = Object.entries(texts);
  await i18next.use(initReactI18next).init({
    lng: 'zh',
    fallbackLng: 'zh',
    ns: rooms.map(([room]) => room),
    defaultNS: 'app',
    interpolation: { escapeValue: false },
    resources: {
      zh: Object.fromEntries(rooms.map(([room, { zh }]) => [room, zh])),
      en: Object.fromEntries(rooms.map(([room, { en }]) => [room, en])),
    },
  });
}

/** The page's own language too, so that Han characters take their Chinese shapes. */
export function setLanguage(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  if (i18next.language !== language) void i18next.changeLanguage(language);
}
