/** Entry of the office's command line: the same office without a window. */
import { runOffice } from './cli/run.ts';
import { officeIo } from './cli/io.ts';

process.exitCode = await runOffice(process.argv.slice(2), officeIo());
