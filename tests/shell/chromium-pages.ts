/** The counter's files on a fake origin: fulfilled from out/renderer with Electron's headers, everything else aborted. */
import type { BrowserContext, Route } from 'playwright-core';
import { answerPage } from '#main/shell/page-files.ts';

export const FAKE_ORIGIN = 'https://lamplight.invalid';

/** Addresses the page asked for and did not get: must stay empty. */
export async function servePages(context: BrowserContext, root: string): Promise<readonly string[]> {
  const refused: string[] = [];
  await context.route('**/*', (route) => answer(route, root, refused));
  return refused;
}

async function answer(route: Route, root: string, refused: string[]): Promise<void> {
  const request = route.request();
  if (new URL(request.url()).origin !== FAKE_ORIGIN) {
    refused.push(request.url());
    await route.abort('blockedbyclient');
    return;
  }
  const { status, headers, body } = await answerPage(root, { method: request.method(), url: request.url() });
  if (status !== 200) refused.push(request.url());
  await route.fulfill({ status, headers: { ...headers }, body: body ?? '' });
}
