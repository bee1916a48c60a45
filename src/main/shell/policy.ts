/** What a page of ours may do and where it may go. Plain data and functions, the same for both shells. */

/** No host, no inline script, no frame, no form: the page is our files and nothing else. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // Mantine sets CSS variables in style attributes and one style element.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

export const PAGE_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

export const SCHEME = 'app';
export const HOST = 'lamplight';
export const ORIGIN = `${SCHEME}://${HOST}`;

/** True for an address of our own scheme and host: the only place a page may be, go or load from. */
export function isOurs(address: string): boolean {
  const url = URL.parse(address);
  return url !== null && url.protocol === `${SCHEME}:` && url.host === HOST && url.username === '';
}

/** What a page may load: our files, and pictures it made itself. */
export function mayLoad(address: string): boolean {
  return isOurs(address) || address.startsWith('data:image/') || address.startsWith(`blob:${ORIGIN}/`);
}

/** Command-line switches that would open a door into the office. */
const REFUSED_SWITCHES = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-allow-origins',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-wait',
  'inspect-publish-uid',
  'js-flags',
  'load-extension',
  'disable-extensions-except',
  'no-sandbox',
  'disable-web-security',
  'disable-site-isolation-trials',
  'allow-file-access-from-files',
  'host-rules',
  'host-resolver-rules',
  'proxy-server',
  'proxy-pac-url',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'log-net-log',
  'ssl-key-log-file',
  'user-data-dir',
  'enable-logging',
  'log-file',
];

/** The first refused switch on the command line, or null. */
export function refusedSwitch(argv: readonly string[]): string | null {
  for (const argument of argv) {
    if (!argument.startsWith('-') && !(argument.startsWith('/') && argument.includes('='))) continue;
    const name =
      argument
        .replace(/^(--?|\/)/, '')
        .split('=')[0]
        ?.toLowerCase() ?? '';
    if (REFUSED_SWITCHES.includes(name)) return name;
  }
  return null;
}

/** A frame is heard only from the top page of our window, standing on our own address. */
export function isHeard(sender: {
  readonly isOurWindow: boolean;
  readonly isTopFrame: boolean;
  readonly address: string;
}): boolean {
  return sender.isOurWindow && sender.isTopFrame && isOurs(sender.address);
}
