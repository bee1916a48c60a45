/** Exit status of both command lines. 1 is left to defects of ours. */
export const exits = { done: 0, usage: 2, input: 3, key: 4, forged: 5, io: 6, busy: 7 } as const;

export type Exit = keyof typeof exits;

/** A defect: nobody foresaw it, and a reference finds it in the log. */
export const DEFECT = 1;
