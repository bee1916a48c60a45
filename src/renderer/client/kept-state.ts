/** State of a screen that is still there when one comes back to it, and gone with the office when it locks. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';

/** @param name once in the whole counter, such as `people.filter` */
export function useKeptState<Value>(name: string, begin: Value): readonly [Value, (next: Value) => void] {
  const cache = useQueryClient();
  const [value, setValue] = useState<Value>(() => cache.getQueryData<Value>(keyOf(name)) ?? begin);
  const put = useCallback(
    (next: Value) => {
      setValue(next);
      cache.setQueryDefaults(keyOf(name), { gcTime: Infinity });
      cache.setQueryData(keyOf(name), next);
    },
    [cache, name],
  );
  return [value, put];
}

function keyOf(name: string): readonly string[] {
  return ['kept on the screen', name];
}
