import type { FlatNamespace } from 'i18next';
import { texts } from '#renderer/app/texts.ts';

/** Commands come from all rooms and bring words of any. */
export const NAMESPACES = Object.keys(texts) as FlatNamespace[];
