import { describe } from 'vitest';
import { everybodyCanUseEveryScreen } from './every-screen.ts';

describe('with eyes, ears or keys alone', () =>
  everybodyCanUseEveryScreen({ language: 'zh', scheme: 'light' }));
