/** The journal's incarnation (docs/format/bundle-v1.md, "Epochs"). A restored office would begin the next; none has been. */
export const EPOCH = 1;
