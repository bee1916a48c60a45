import { ORPCError } from '@orpc/client';
import { describe, expect, it } from 'vitest';
import { toFailure } from '#renderer/client/failure.ts';

describe('what was thrown at the counter', () => {
  it('is the failure the office stated, where it stated one', () => {
    const error = new ORPCError('FAILURE', { data: { code: 'stale', revision: 3 } });
    expect(toFailure(error)).toEqual({ code: 'stale', revision: 3 });
  });

  it('is a refusal of fields, where a schema did not take them', () => {
    const error = new ORPCError('BAD_REQUEST', { data: { issues: [{ path: ['visit', 'phone', 0] }] } });
    expect(toFailure(error)).toEqual({ code: 'invalid', issues: [{ field: 'phone', rule: 'not-accepted' }] });
    expect(toFailure(new ORPCError('BAD_REQUEST', { data: 'odd' }))).toEqual({ code: 'invalid', issues: [] });
  });

  it('is unexpected with a reference otherwise, and never shows a message of the program', () => {
    expect(toFailure(new ORPCError('NOT_FOUND'))).toEqual({ code: 'unexpected', reference: 'not_found' });
    expect(toFailure(new Error('SQLITE_CORRUPT at 0x7f'))).toEqual({
      code: 'unexpected',
      reference: 'counter',
    });
    expect(toFailure(undefined)).toMatchObject({ code: 'unexpected' });
    expect(toFailure({ code: 'locked' })).toEqual({ code: 'locked' });
  });
});
