import { describeError, Logger, logLine } from './logger';

describe('the log', () => {
  test('a value with newlines and colour codes stays one line of JSON', () => {
    const nasty = 'a\n{"level":"error"}\u001b[31m\u009b2J\u2028\u202eb';
    const line = logLine(new Date(0), 'info', 'event', { note: nasty });
    expect(line).toMatch(/^[\x20-\x7e]+$/);
    expect(JSON.parse(line)).toMatchObject({ level: 'info', event: 'event', note: nasty });
  });

  test('keeps to its level', () => {
    const lines: string[] = [];
    const log = new Logger('warn', 'test', (line) => void lines.push(line));
    log.event('info', 'unheard');
    log.event('warn', 'heard');
    expect(lines.map((line) => JSON.parse(line).event)).toEqual(['heard']);
  });

  test("leaves out a driver's message, which quotes the row, and keeps what names the rule", () => {
    const error = Object.assign(new Error('Key (email)=(canary@example.org) already exists'), { code: '23505', constraint: 'app_user_email_key', detail: 'canary' });
    const told = JSON.stringify(describeError(error));
    expect(told).toContain('app_user_email_key');
    expect(told).not.toContain('canary');
  });

  test('keeps the message of a mistake in the code', () => {
    expect(describeError(new TypeError('x is not a function')).message).toBe('x is not a function');
  });
});
