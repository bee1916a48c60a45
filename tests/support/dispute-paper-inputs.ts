/** One input of the right shape for every call of the papers of disputes. */

const blank = { order: { name: 'dispute-acceptance', dispute: null, part: null } };
const whole = {
  name: 'dispute-acceptance',
  dispute: '07-000001',
  part: null,
  reason: 'paper',
  note: '',
};

export function disputePaperInputs(): Readonly<Record<string, unknown>> {
  return {
    'disputePapers.preview': blank,
    'disputePapers.savePdf': blank,
    'disputePapers.print': blank,
    'disputePapers.previewWhole': whole,
    'disputePapers.savePdfWhole': whole,
    'disputePapers.printWhole': whole,
  };
}
