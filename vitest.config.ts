import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** One project per floor, so that each runs in the environment its room may assume. */
export default defineConfig({
  test: {
    // By default one processor is left idle, which of two is half the machine.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'rules',
          environment: 'node',
          include: ['tests/{shared,bundle-format}/**/*.test.ts'],
          // A busy machine takes its time; what is slow by itself is measured by bench.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'office',
          environment: 'node',
          include: ['tests/{main,station,house,shell,terminal}/**/*.test.ts'],
          exclude: ['tests/main/{session,shell}/**'],
          setupFiles: ['tests/support/quick-passwords.ts'],
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
      {
        // Passwords at their real cost, clocks of their own, Electron written down: nothing is shared with other files.
        test: {
          name: 'apart',
          environment: 'node',
          include: ['tests/main/{session,shell}/**/*.test.ts'],
          setupFiles: ['tests/support/quick-passwords.ts'],
          testTimeout: 60_000,
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'counter',
          environment: 'happy-dom',
          include: ['tests/renderer/**/*.test.{ts,tsx}'],
          setupFiles: ['tests/support/quick-passwords.ts', 'tests/renderer/clean-page.ts'],
          // The page's modules are half of what a file of these tests costs: loaded once for each worker.
          isolate: false,
          testTimeout: 30_000,
          // A page on a busy machine may be late once; the report names whatever needed a second try.
          retry: 1,
        },
      },
      {
        test: {
          name: 'journeys',
          environment: 'node',
          include: ['tests/journeys/**/*.test.ts'],
          globalSetup: ['tests/journeys/prepare-offices.ts'],
          testTimeout: 180_000,
          hookTimeout: 120_000,
          // A busy machine takes its time to start a process or to draw.
          expect: { poll: { timeout: 20_000 } },
          isolate: false,
          retry: 1,
        },
      },
    ],
  },
});
