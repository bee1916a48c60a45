/** The sheet every paper is printed on, upright. Millimetres. */
export const A4 = { width: 210, height: 297 } as const;
