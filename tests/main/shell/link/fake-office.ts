/** An office process that does what the test says: only its pipe and its end are real. */
import type { OfficeChild } from '#main/shell/link/office-host.ts';
import type { FromOffice, ToOffice } from '#main/shell/link/office-link.ts';
import type { LockReason } from '#shared/pipe.ts';

export class FakeOffice implements OfficeChild {
  readonly reason: LockReason;
  readonly heard: ToOffice[] = [];
  isKilled = false;
  private readonly listeners: ((message: unknown) => void)[] = [];
  private readonly leavers: (() => void)[] = [];

  constructor(reason: LockReason) {
    this.reason = reason;
  }

  send(message: ToOffice): void {
    this.heard.push(message);
  }
  onMessage(listener: (message: unknown) => void): void {
    this.listeners.push(listener);
  }
  onExit(listener: () => void): void {
    this.leavers.push(listener);
  }
  kill(): void {
    this.isKilled = true;
    this.exit();
  }

  /** The office says something to its shell. */
  say(message: FromOffice): void {
    for (const listener of this.listeners) listener(message);
  }
  /** The process ends, for whatever reason. */
  exit(): void {
    for (const leaver of this.leavers.splice(0)) leaver();
  }
}
