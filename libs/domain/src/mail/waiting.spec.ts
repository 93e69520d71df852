import { waitAfter } from './waiting';

describe('a mail waits', () => {
  // In minutes; the first wait is one minute.
  test.each([[1, 1], [2, 2], [3, 4], [6, 32], [7, 60], [8, 60], [400, 60]])('after %s attempts: %s minutes', (attempts, minutes) => expect(waitAfter(attempts, 60_000)).toBe(minutes * 60_000));
});
