import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** One project per floor, so that each runs in the environment its room may assume. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'rules',
          environment: 'node',
          include: ['tests/{shared,bundle-format}/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'office',
          environment: 'node',
          include: ['tests/{main,station,house,shell}/**/*.test.ts'],
          exclude: ['tests/main/session/**'],
          setupFiles: ['tests/support/quick-passwords.ts'],
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        // What guards the keys: some of it at the real cost of a password, some on a clock of its own. Nothing is shared.
        test: {
          name: 'keys',
          environment: 'node',
          include: ['tests/main/session/**/*.test.ts'],
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
          isolate: false,
        },
      },
    ],
  },
});
