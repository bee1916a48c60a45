/** How often an officer may look within an hour before they have to say why; the auditor is told each time. */
export const READS_AN_HOUR = 12;
export const EXPLANATION_MIN = 6;
