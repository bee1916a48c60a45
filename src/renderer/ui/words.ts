/**
 * The type that holds the two languages together: English must have exactly the words Chinese has.
 * A room writes `export const en: Words<typeof zh>`, so a missing or an extra word is a type error.
 */
import type { FlatNamespace, TFunction } from 'i18next';

export type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };

/** `t` for words of any room, written with its namespace: `t('visitors:title')`. */
export type Translate = TFunction<FlatNamespace[]>;
