/**
 * How our modules load here as they do in the build and in the tests: a migration is imported as its text (`x.sql?raw`), and a
 * password costs its guesser little, because offices are opened thousands of times. Imported before anything else.
 */
import { registerHooks } from 'node:module';
import '#scripts/load-sql.ts';
import { QUICK_FLOOR, isArgonFloor } from '#tests/support/quick-floor.ts';

registerHooks({
  load(url, context, next) {
    if (isArgonFloor(url)) return { format: 'module', source: QUICK_FLOOR, shortCircuit: true };
    return next(url, context);
  },
});
