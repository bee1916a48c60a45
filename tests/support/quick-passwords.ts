/**
 * Tests sign in hundreds of times; each would derive a key for a fifth of a second, more than all else they do. Here the same
 * derivation runs on little memory. Not for tests that open a folder in another process, which has the real floor.
 */
import { vi } from 'vitest';

vi.mock('#main/session/argon-floor.ts', () => ({ ARGON_FLOOR: { m: 64, t: 1 } }));
