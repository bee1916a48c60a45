/** What really stands in a PDF, in millimetres from its upper left corner, read with poppler's own tools. */
import { execFileSync } from 'node:child_process';

const MM_PER_POINT = 25.4 / 72;

export interface Word {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Line {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly width: number;
}

function run(tool: string, ...args: string[]): string {
  return execFileSync(tool, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}

export function pageFacts(path: string): {
  readonly pages: number;
  readonly width: number;
  readonly height: number;
} {
  const facts = run('pdfinfo', path);
  const size = /^Page size:\s+([\d.]+) x ([\d.]+) pts/m.exec(facts);
  return {
    pages: Number(/^Pages:\s+(\d+)/m.exec(facts)?.[1]),
    width: Number(size?.[1]) * MM_PER_POINT,
    height: Number(size?.[2]) * MM_PER_POINT,
  };
}

export function textOf(path: string, page: number): string {
  return run('pdftotext', '-f', String(page), '-l', String(page), path, '-').replaceAll(/\s/g, '');
}

export function wordsOf(path: string, page: number): Word[] {
  const box = run('pdftotext', '-bbox', '-f', String(page), '-l', String(page), path, '-');
  const found = box.matchAll(
    /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g,
  );
  return [...found].map(([, left, top, right, bottom, text = '']) => ({
    text,
    left: Number(left) * MM_PER_POINT,
    top: Number(top) * MM_PER_POINT,
    right: Number(right) * MM_PER_POINT,
    bottom: Number(bottom) * MM_PER_POINT,
  }));
}

/** Straight strokes, thinnest and thickest alike. */
export function linesOf(path: string, page: number): Line[] {
  const svg = run('pdftocairo', '-svg', '-f', String(page), '-l', String(page), path, '-');
  const strokes = svg.matchAll(
    /<path style="fill:none;stroke-width:([\d.]+);[^"]*" d="M ([\d.]+) ([\d.]+) L ([\d.]+) ([\d.]+) " transform="matrix\(([\d.]+),0,0,([\d.]+),([\d.-]+),([\d.-]+)\)"/g,
  );
  return [...strokes].map((match) => {
    const [width = 0, x1 = 0, y1 = 0, x2 = 0, y2 = 0, a = 1, d = 1, e = 0, f = 0] = match
      .slice(1)
      .map(Number);
    const x = (value: number) => (value * a + e) * MM_PER_POINT;
    const y = (value: number) => (value * d + f) * MM_PER_POINT;
    return { x1: x(x1), y1: y(y1), x2: x(x2), y2: y(y2), width: width * a * MM_PER_POINT };
  });
}

const DPI = 72;

/** How much of the first page's width is dark at this height: 1 for a line from edge to edge, about a half for a dashed one. */
export function darkShareAt(path: string, millimetres: number): number {
  const image = execFileSync('pdftoppm', ['-gray', '-r', String(DPI), '-f', '1', '-l', '1', path], {
    maxBuffer: 64 * 1024 * 1024,
  });
  const head = /^P5\s+(\d+)\s+\d+\s+255\s/.exec(image.toString('latin1', 0, 64));
  const width = Number(head?.[1]);
  const row = Math.round((millimetres / 25.4) * DPI);
  const shares = [row - 1, row, row + 1].map((y) => {
    const from = (head?.[0].length ?? 0) + y * width;
    return image.subarray(from, from + width).filter((grey) => grey < 200).length / width;
  });
  return Math.max(...shares);
}
