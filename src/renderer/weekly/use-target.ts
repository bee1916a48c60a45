/** Where the week goes: the station's stick that is plugged in, unless somebody chose a folder on this screen. */
import { useState } from 'react';
import { useStickFolder } from './stick-folder.ts';
import { useSticks, type PluggedStick } from './use-sticks.ts';

export interface Target {
  /** Null while there is neither. */
  readonly handle: string | null;
  /** The stick it stands for; null for a folder. */
  readonly stick: PluggedStick | null;
  /** More sticks of the station than this one are plugged in. */
  readonly others: boolean;
  /** The folder as a person knows it. */
  readonly label: string | null;
  choose(): Promise<void>;
}

export function useTarget(): Target {
  const sticks = useSticks();
  const [folder, chooseFolder] = useStickFolder();
  const [wantsFolder, setWantsFolder] = useState(false);
  const stick = wantsFolder ? null : (sticks[0] ?? null);
  return {
    handle: stick?.handle ?? folder?.handle ?? null,
    stick,
    others: stick !== null && sticks.length > 1,
    label: stick === null ? (folder?.label ?? null) : null,
    async choose() {
      if ((await chooseFolder()) !== null) setWantsFolder(true);
    },
  };
}
