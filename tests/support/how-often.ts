/** How often a test breaks what it breaks at random: a few times in every run, as often as it takes with `WHOLE=1 npm test`. */
export function howOften(times: { readonly few: number; readonly whole: number }): number {
  return process.env['WHOLE'] === '1' ? times.whole : times.few;
}
