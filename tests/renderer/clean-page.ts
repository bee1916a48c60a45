/** Files share one page and its modules, which are costly to load: each test leaves the page empty. */
import { cleanup } from '@testing-library/react';
import { afterEach } from 'vitest';

afterEach(cleanup);
