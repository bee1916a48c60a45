import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Paper } from '#shared/contract/paper.ts';
import { scriptChooser } from './choosers.ts';
import { createChromiumShell, type ChromiumShell } from './chromium-shell.ts';

const paper: Paper = {
  name: 'contact-cards',
  sheets: 2,
  bothSides: true,
  card: {
    officeName: '胜利社区警务室',
    stationName: '青禾镇派出所',
    officerName: '李建国',
    role: 'officer',
    badgeNo: '519907',
    gridRange: '一号至六号楼',
    phone: '15400000001',
    officePhone: '',
    stationPhone: '',
    leaderPhone: '',
    supervisionPhone: '',
    address: '胜利路 1 号',
    hours: '8:30—17:30',
    issuedOn: '2026-11-23',
    batch: 'C1-20261123-02',
  },
};

let folder = '';
let shell: ChromiumShell;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'lamplight-papers-'));
  shell = createChromiumShell({ chooser: scriptChooser(), printer: join(folder, 'printer') });
});
afterAll(async () => {
  await shell.close();
  rmSync(folder, { recursive: true });
});

const ask = (tool: string, ...args: string[]) => execFileSync(tool, args, { encoding: 'utf8' });

describe('a paper', () => {
  it('becomes an A4 PDF with as many pages as said, and its Chinese can be read', async () => {
    const path = join(folder, '警民联系卡.pdf');
    const { pages } = await shell.pdf(paper, path);
    const facts = ask('pdfinfo', path);
    expect(facts).toMatch(new RegExp(`^Pages:\\s+${pages}$`, 'm'));
    expect(facts).toMatch(/^Page size:\s+59[45]\.\d+ x 84[12]\.\d+ pts \(A4\)$/m);
    expect(ask('pdftotext', path, '-').replace(/\s/g, '')).toContain('李建国');
  });

  it('is sent to the printer whole', async () => {
    const { pages } = await shell.print(paper);
    expect(pages).toBeGreaterThan(0);
    expect(readdirSync(join(folder, 'printer'))).toEqual(['contact-cards-1.pdf']);
  });

  it('is refused where there is no printer', async () => {
    const bare = createChromiumShell({ chooser: scriptChooser() });
    await expect(bare.print(paper)).rejects.toMatchObject({ failure: { code: 'no-printer' } });
    await bare.close();
  });

  it('that cannot be written leaves nothing behind', async () => {
    const path = join(folder, 'pulled-out-stick', 'cards.pdf');
    await expect(shell.pdf(paper, path)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(existsSync(path)).toBe(false);
    expect(existsSync(`${path}.part`)).toBe(false);
  });
});
