/** A person's own choices (hidden columns, row height, language), kept in the office and read once a session. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useOffice } from './office.ts';

/**
 * `read` turns the stored value into the choice or answers null when it does not fit (an older version wrote it).
 * The change shows at once and is then kept.
 */
export function usePreference<Value>(
  name: string,
  read: (stored: unknown) => Value | null,
  fallback: Value,
): readonly [Value, (value: Value) => void] {
  const { client, queries } = useOffice();
  const cache = useQueryClient();
  const options = queries.preferences.all.queryOptions({ input: {}, staleTime: Infinity });
  const { data } = useQuery(options);
  const put = useCallback(
    (value: Value) => {
      const text = JSON.stringify(value);
      cache.setQueryData(queries.preferences.all.queryKey({ input: {} }), (now) => ({
        ...now,
        [name]: text,
      }));
      client.preferences.put({ name, value: text }).catch(() => undefined);
    },
    [cache, client, queries, name],
  );
  return [readStored(data?.[name], read) ?? fallback, put];
}

function readStored<Value>(text: string | undefined, read: (stored: unknown) => Value | null): Value | null {
  if (text === undefined) return null;
  try {
    return read(JSON.parse(text));
  } catch {
    return null;
  }
}

/** For a choice among words. */
export function oneOf<const Options extends readonly string[]>(options: Options) {
  return (stored: unknown): Options[number] | null => options.find((option) => option === stored) ?? null;
}

/** For a list of words, such as hidden columns. */
export function listOfWords(stored: unknown): readonly string[] | null {
  return Array.isArray(stored) && stored.every((one) => typeof one === 'string') ? stored : null;
}
