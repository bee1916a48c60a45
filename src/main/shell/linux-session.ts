/**
 * Screen lock and sleep on Linux, where Electron announces neither reliably: listens to logind on the system bus
 * and to the desktops' screen savers on the session bus, through `dbus-monitor`. Without that tool nothing is heard.
 */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** GNOME, freedesktop (KDE, UKUI), MATE, Cinnamon and Deepin announce `ActiveChanged true`. */
const SAVERS = [
  'org.gnome.ScreenSaver',
  'org.freedesktop.ScreenSaver',
  'org.ukui.ScreenSaver',
  'org.mate.ScreenSaver',
  'org.cinnamon.ScreenSaver',
];

const BUSES = [
  [
    '--system',
    "type='signal',interface='org.freedesktop.login1.Session',member='Lock'",
    "type='signal',interface='org.freedesktop.login1.Manager',member='PrepareForSleep'",
    "type='signal',interface='org.freedesktop.login1.Manager',member='PrepareForShutdown'",
  ],
  [
    '--session',
    ...SAVERS.map((saver) => `type='signal',interface='${saver}',member='ActiveChanged'`),
    "type='signal',interface='com.deepin.dde.lockFront',member='Visible'",
  ],
] as const;

export type Leaving = 'screen' | 'suspend';

/** Reads dbus-monitor's lines: a signal's head, then its argument. */
export function createSignalReader(leave: (reason: Leaving) => void): (line: string) => void {
  let awaited: Leaving | null = null;
  return (line) => {
    const member = /^signal .*member=(\w+)/.exec(line)?.[1];
    if (member === undefined) {
      if (awaited !== null && /^\s*boolean true$/.test(line)) leave(awaited);
      awaited = null;
    } else if (member === 'Lock') leave('screen');
    else if (member === 'ActiveChanged' || member === 'Visible') awaited = 'screen';
    else if (member === 'PrepareForSleep' || member === 'PrepareForShutdown') awaited = 'suspend';
    else awaited = null;
  };
}

/** Stops listening with the returned function. */
export function watchLinuxSession(leave: (reason: Leaving) => void): () => void {
  const monitors = BUSES.map((rules) => {
    const monitor = spawn('dbus-monitor', rules, { stdio: ['ignore', 'pipe', 'ignore'] });
    // No such tool, or no bus: the glance at the idle state remains.
    monitor.on('error', () => {});
    createInterface({ input: monitor.stdout }).on('line', createSignalReader(leave));
    return monitor;
  });
  return () => monitors.forEach((monitor) => void monitor.kill());
}
