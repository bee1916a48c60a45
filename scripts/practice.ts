// Makes the practice office of `npm start -- --demo` in the folder given, once, and says how to get in.
import { makePracticeOffice, PRACTICE_PASSWORD } from './practice-office.ts';

const PEOPLE = { residents: 2000, visitors: 300 };
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('no folder was given');

await makePracticeOffice(folder, PEOPLE);
process.stderr.write(
  `常亮: 演示警务室，人员均为虚构；账号 admin、ljg、wf，口令 · practice office with invented people; accounts admin, ljg, wf, password: ${PRACTICE_PASSWORD}\n`,
);
