/**
 * XML in pieces of text, as events: elements, attributes, text, CDATA. Document types are refused, so an entity is one
 * of the five that XML itself has, or a character by its number. A sheet is some four million tags: this is written for
 * speed, and `tests/main/sheets/xml-scanner.test.ts` holds it to a validating parser.
 */
import { refuseDamaged } from './limits.ts';

/** Names come without their prefix: some programs write `x:row`. Attributes keep theirs. */
export interface XmlEvents {
  open(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

export type Attributes = Readonly<Record<string, string>>;

export interface XmlScanner {
  write(piece: string): void;
  /** No text follows. Refuses what is not one whole element. */
  end(): void;
}

const LESS = 60;
const MORE = 62;
const SLASH = 47;
const BANG = 33;
const QUESTION = 63;
const EQUALS = 61;
const QUOTE = 34;
const APOSTROPHE = 39;

/** Characters of one tag, one text or one comment: a cell of Excel is far below it. */
const MAX_TOKEN = 4_000_000;
const MAX_DEPTH = 256;
const NONE: Attributes = Object.freeze({});

export function openScanner(events: XmlEvents): XmlScanner {
  const stack: string[] = [];
  let rest = '';
  let seen = false;

  /** Where the scanning goes on after the tag that begins here, or -1 when it is not whole yet. */
  const openTag = (text: string, from: number): number => {
    let at = from + 1;
    for (;;) {
      const code = text.charCodeAt(at);
      if (code === MORE || code === SLASH || isSpace(code)) break;
      if (code === LESS) refuseDamaged();
      if (Number.isNaN(code)) return -1;
      at += 1;
    }
    const name = text.slice(from + 1, at);
    let attributes: Record<string, string> | null = null;
    for (;;) {
      let code = text.charCodeAt(at);
      while (isSpace(code)) code = text.charCodeAt((at += 1));
      if (code === MORE || code === SLASH) break;
      const start = at;
      while (code !== EQUALS) {
        if (Number.isNaN(code)) return -1;
        if (code === LESS || code === MORE || code === QUOTE) refuseDamaged();
        code = text.charCodeAt((at += 1));
      }
      const key = text.slice(start, at).trimEnd();
      do code = text.charCodeAt((at += 1));
      while (isSpace(code));
      if (Number.isNaN(code)) return -1;
      if (code !== QUOTE && code !== APOSTROPHE) refuseDamaged();
      const close = text.indexOf(code === QUOTE ? '"' : "'", at + 1);
      if (close === -1) return -1;
      attributes ??= {};
      attributes[key] = decode(text.slice(at + 1, close));
      at = close + 1;
    }
    const closes = text.charCodeAt(at) === SLASH;
    if (closes && at + 1 === text.length) return -1;
    if (closes && text.charCodeAt(at + 1) !== MORE) refuseDamaged();
    enter(name, attributes ?? NONE, closes);
    return at + (closes ? 2 : 1);
  };

  const enter = (name: string, attributes: Attributes, closes: boolean) => {
    if (name === '' || (seen && stack.length === 0) || stack.length === MAX_DEPTH) refuseDamaged();
    seen = true;
    const local = localName(name);
    events.open(local, attributes);
    if (closes) events.close?.(local);
    else stack.push(name);
  };

  const closeTag = (text: string, from: number): number => {
    const end = text.indexOf('>', from);
    if (end === -1) return -1;
    const name = text.slice(from + 2, end);
    const open = stack.pop() ?? refuseDamaged();
    if (open !== name && open !== name.trimEnd()) refuseDamaged();
    events.close?.(localName(open));
    return end + 1;
  };

  /** Comments are passed over, CDATA is text, anything else that begins so is a document type. */
  const declaration = (text: string, from: number): number => {
    if (text.startsWith('<!--', from)) return after(text, '-->', from + 4);
    if (text.startsWith('<![CDATA[', from)) {
      const next = after(text, ']]>', from + 9);
      if (next !== -1) events.text?.(text.slice(from + 9, next - 3));
      return next;
    }
    const shown = text.slice(from, from + 9);
    return '<!--'.startsWith(shown) || '<![CDATA['.startsWith(shown) ? -1 : refuseDamaged();
  };

  const tag = (text: string, at: number): number => {
    const code = text.charCodeAt(at + 1);
    if (code === SLASH) return closeTag(text, at);
    if (code === BANG) return declaration(text, at);
    if (code === QUESTION) return after(text, '?>', at + 2);
    return openTag(text, at);
  };

  return {
    write(piece) {
      const text = rest === '' ? piece : rest + piece;
      let at = 0;
      for (;;) {
        const less = text.indexOf('<', at);
        if (less === -1) break;
        if (less > at) {
          if (stack.length > 0) events.text?.(decode(text.slice(at, less)));
          at = less;
        }
        const next = tag(text, at);
        if (next === -1) break;
        at = next;
      }
      rest = text.slice(at);
      if (rest.length > MAX_TOKEN) refuseDamaged();
    },
    end() {
      if (!seen || stack.length > 0 || rest.trim() !== '') refuseDamaged();
    },
  };
}

function after(text: string, end: string, from: number): number {
  const at = text.indexOf(end, from);
  return at === -1 ? -1 : at + end.length;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

const NAMED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);

function decode(text: string): string {
  const lines = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  return lines.includes('&') ? lines.replace(/&([^;&]*);?/g, character) : lines;
}

function character(whole: string, name: string): string {
  if (!whole.endsWith(';')) refuseDamaged();
  const named = NAMED.get(name);
  if (named !== undefined) return named;
  if (!/^#(?:\d{1,7}|x[0-9A-Fa-f]{1,6})$/.test(name)) refuseDamaged();
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : refuseDamaged();
}
