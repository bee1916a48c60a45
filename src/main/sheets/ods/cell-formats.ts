/** The number formats of an ods file's cells: some programs write a day as a bare number that only its style explains. */
import { PLAIN, type NumberFormat } from '#main/sheets/number-format.ts';
import type { Attributes } from '#main/sheets/xml-scanner.ts';

export interface CellFormats {
  /** Told of every element; those that are no style are passed over. */
  note(name: string, attributes: Attributes): void;
  of(style: string | undefined): NumberFormat;
}

export function openCellFormats(): CellFormats {
  const formats = new Map<string, NumberFormat>();
  const styles = new Map<string, string>();
  let current = '';
  const add = (part: Partial<NumberFormat>) =>
    formats.set(current, { ...(formats.get(current) ?? PLAIN), ...part });
  return {
    note(name, attributes) {
      if (name === 'date-style' || name === 'time-style') {
        current = attributes['style:name'] ?? '';
        add(name === 'date-style' ? { day: true } : { time: true });
      } else if (name === 'hours' && formats.has(current)) add({ time: true });
      else if (name === 'style' && attributes['style:family'] === 'table-cell')
        styles.set(attributes['style:name'] ?? '', attributes['style:data-style-name'] ?? '');
    },
    of: (style) => formats.get(styles.get(style ?? '') ?? '') ?? PLAIN,
  };
}
