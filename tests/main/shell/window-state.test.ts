import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  clampToArea,
  FIRST_STATE,
  readWindowState,
  readZoomKey,
  stepZoom,
  writeWindowState,
  ZOOM_STEPS,
} from '#main/shell/window-state.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lamplight-window-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const stood = { x: 40, y: 30, width: 1200, height: 700, maximized: false, zoom: 125 };

describe('the window', () => {
  it('comes back where it stood', () => {
    const path = join(folder, 'window.json');
    writeWindowState(path, stood);
    expect(readWindowState(path)).toEqual(stood);
  });

  it.each([
    '',
    '{',
    '[]',
    '{"x":"1"}',
    '{"x":0,"y":0,"width":1e999,"height":1,"maximized":false,"zoom":100}',
  ])('opens as on the first day when its state reads %j', (text) => {
    const path = join(folder, 'window.json');
    writeFileSync(path, text);
    expect(readWindowState(path)).toEqual(FIRST_STATE);
  });

  it('opens as on the first day when there is no state', () => {
    expect(readWindowState(join(folder, 'none.json'))).toEqual(FIRST_STATE);
  });

  it('is brought back from a screen that is gone', () => {
    const area = { x: 0, y: 24, width: 1366, height: 744 };
    expect(clampToArea({ ...stood, x: 4000, y: -900 }, area)).toMatchObject({ x: 166, y: 24 });
  });

  it('is never larger than the work area and never smaller than usable', () => {
    const area = { x: 0, y: 0, width: 1366, height: 728 };
    expect(clampToArea({ ...stood, width: 9000, height: 9000 }, area)).toMatchObject({
      width: 1366,
      height: 728,
    });
    expect(clampToArea({ ...stood, width: 10, height: 10 }, area)).toMatchObject({
      width: 1024,
      height: 640,
    });
  });
});

describe('the size of the text', () => {
  const key = (name: string, more = {}) => ({
    type: 'keyDown',
    control: true,
    alt: false,
    key: name,
    ...more,
  });

  it('grows and shrinks by steps and stops at the ends', () => {
    expect(stepZoom(100, 'in')).toBe(110);
    expect(stepZoom(100, 'out')).toBe(90);
    expect(stepZoom(175, 'in')).toBe(175);
    expect(stepZoom(90, 'out')).toBe(90);
    expect(stepZoom(137, 'in')).toBe(150);
    expect(stepZoom(150, 'reset')).toBe(100);
    expect(ZOOM_STEPS[0]).toBe(90);
    expect(ZOOM_STEPS.at(-1)).toBe(175);
  });

  it('follows Ctrl with plus, minus and nought, on both blocks of keys', () => {
    expect(['=', '+', '-', '0'].map((name) => readZoomKey(key(name)))).toEqual(['in', 'in', 'out', 'reset']);
  });

  it('does not follow a key alone, let go, or with Alt', () => {
    expect(readZoomKey(key('=', { control: false }))).toBeNull();
    expect(readZoomKey(key('=', { type: 'keyUp' }))).toBeNull();
    expect(readZoomKey(key('=', { alt: true }))).toBeNull();
    expect(readZoomKey(key('5'))).toBeNull();
  });
});
