/** Sizes, moments and check codes in words. */
import type { TFunction } from 'i18next';

type WeeklyWords = TFunction<'weekly'>;

/** `184 KB`, in steps of 1024 bytes, as the stick's own window shows it. */
export function sizeWords(bytes: number): string {
  if (bytes < 1024 * 1024) return `${Math.max(1, Math.round(bytes / 1024))} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** What a check code of the bundle format means to the desk (docs/format/bundle-v1.md, "Checks"). */
export function checkWords(check: string, t: WeeklyWords): string {
  if (check === 'E503') return t('checks.range');
  if (check === 'E306') return t('checks.copy');
  switch (check.slice(1, 2)) {
    case '1':
      return t('checks.read');
    case '2':
      return t('checks.form');
    case '3':
      return t('checks.signature');
    case '4':
      return t('checks.open');
    case '5':
      return t('checks.order');
    default:
      return t('checks.other');
  }
}
