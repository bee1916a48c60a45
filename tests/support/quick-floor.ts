/** What stands in for src/main/session/argon-floor.ts where offices are opened thousands of times. */
export const QUICK_FLOOR = 'export const ARGON_FLOOR = { m: 64, t: 1 };';

export const isArgonFloor = (module: string): boolean => module.endsWith('/main/session/argon-floor.ts');
