// The command line of the receiving tool: `npm run station -- <verb> …`.
import { stationIo } from './io.ts';
import { runStation } from './run.ts';

process.exitCode = await runStation(process.argv.slice(2), stationIo());
