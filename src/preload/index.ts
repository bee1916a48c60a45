// The hatch: one pipe of strings between the counter and the shell. It requires only electron and never grows.
import { contextBridge, ipcRenderer } from 'electron';

const CHANNEL = 'hatch';

contextBridge.exposeInMainWorld('hatch', {
  post(frame: unknown): void {
    if (typeof frame === 'string') ipcRenderer.send(CHANNEL, frame);
  },
  listen(callback: (frame: string) => void): void {
    ipcRenderer.on(CHANNEL, (_event, frame: unknown) => {
      if (typeof frame === 'string') callback(frame);
    });
  },
});
