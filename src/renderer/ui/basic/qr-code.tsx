import { encode } from 'uqr';

/** Quiet modules around the code (ISO/IEC 18004); they are part of its size on paper. */
const QUIET = 4;

export interface QrCodeProps {
  readonly text: string;
  /** Gives it its size. */
  readonly className: string | undefined;
}

/** Drawn as one vector path: sharp at any printer's resolution. Black on white in the dark too, or no scanner reads it. */
export function QrCode({ text, className }: QrCodeProps) {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET });
  return (
    <svg className={className} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" aria-hidden="true">
      <rect width={size} height={size} fill="#fff" />
      <path d={pathOf(data)} fill="#000" />
    </svg>
  );
}

/** One rectangle for each run of dark modules in a row. */
function pathOf(data: readonly (readonly boolean[])[]): string {
  const runs: string[] = [];
  for (const [y, row] of data.entries()) {
    let from = -1;
    for (let x = 0; x <= row.length; x += 1) {
      if (row[x] === true && from < 0) from = x;
      if (row[x] !== true && from >= 0) {
        runs.push(`M${from} ${y}h${x - from}v1H${from}z`);
        from = -1;
      }
    }
  }
  return runs.join('');
}
