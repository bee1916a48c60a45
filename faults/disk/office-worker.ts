/** The office's command line, broken. */
import { runOffice } from '#main/cli/run.ts';
import { work } from './work.ts';

await work(runOffice);
