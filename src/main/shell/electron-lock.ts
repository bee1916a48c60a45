/** Locks the office when the person leaves the PC: screen locked, asleep, shut down, another user at the desk. */
import { app, powerMonitor } from 'electron';
import type { LockReason } from '#shared/pipe.ts';
import { watchLinuxSession } from './linux-session.ts';

/** Milliseconds between looks at the screen lock, for desktops that announce nothing. */
const GLANCE = 5000;

export function lockOnLeaving(lock: (reason: LockReason) => void): void {
  powerMonitor.on('lock-screen', () => lock('screen'));
  powerMonitor.on('user-did-resign-active', () => lock('screen'));
  powerMonitor.on('suspend', () => lock('suspend'));
  powerMonitor.on('shutdown', () => lock('suspend'));
  if (process.platform !== 'linux') return;
  const stopListening = watchLinuxSession(lock);
  const glances = setInterval(() => {
    if (powerMonitor.getSystemIdleState(60) === 'locked') lock('screen');
  }, GLANCE);
  app.on('will-quit', () => {
    stopListening();
    clearInterval(glances);
  });
}
