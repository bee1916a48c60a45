/** Applies policy.ts to every session and every page Electron makes, whoever makes it. */
import { app, type Session, type WebContents } from 'electron';
import { answerPage } from './page-files.ts';
import { isOurs, mayLoad, SCHEME } from './policy.ts';

/** Before `ready`: a session or page made later cannot be without its rules. */
export function sealEverything(pageRoot: string): void {
  app.on('session-created', (session) => sealSession(session, pageRoot));
  app.on('web-contents-created', (_event, contents) => sealContents(contents));
}

function sealSession(session: Session, pageRoot: string): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer(null));
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url) }));
  session.on('will-download', (event) => event.preventDefault());
  session.protocol.handle(SCHEME, async (request) => {
    const { status, headers, body } = await answerPage(pageRoot, request);
    return new Response(body === null ? null : new Uint8Array(body), { status, headers });
  });
}

function sealContents(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    if (!isOurs(event.url)) event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
