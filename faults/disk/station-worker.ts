/** The station's tool, broken. */
import { runStation } from '#station/run.ts';
import { work } from './work.ts';

await work((argv, io) => runStation(argv, { ...io, account: 'duty', keyWork: 4 }));
