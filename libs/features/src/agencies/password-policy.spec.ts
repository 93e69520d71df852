import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { passwordIssues, undisguised } from './password-policy';

const context = { email: 'rowan.elder@example.test', displayName: 'Rowan Elderberry', agencyName: 'Northmoor Borough', agencyCode: 'NMB' };
const isRefused = (password: string): boolean => passwordIssues(password, context).length > 0;

describe('password policy (AUTH-2)', () => {
  it('password policy accepts 64 emoji and spaces, refuses "Adoption2026!" and a top-3000 word', () => {
    expect(passwordIssues('🦊 '.repeat(32), context)).toEqual([]);
    expect(isRefused('Adoption2026!')).toBe(true);
    expect(isRefused('Sunshine1')).toBe(true);
  });

  it('refuses every password of the bundled list that is long enough, as it is and with a capital letter', () => {
    const lines = readFileSync(join(__dirname, 'common-passwords.txt'), 'utf8').split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    const long = lines.filter((line) => [...line].length >= 8);
    expect([lines.slice(0, 5), lines.length > 20_000, long.length > 10_000]).toEqual([['123456', 'password', '12345678', 'qwerty', '123456789'], true, true]);
    expect(long.filter((word) => !isRefused(word) || !isRefused(word.charAt(0).toUpperCase() + word.slice(1)))).toEqual([]);
  });

  it.each(['trustno1', 'corvette', 'Lampard8', 'Bollocks1', 'gunners2024', 'Sc00ter!!', 'q1w2e3r4', '1qaz2wsx3edc', 'spartacus', 'Blackcat12'])('refuses %s, which breaches are full of', (password) => {
    expect(isRefused(password)).toBe(true);
  });

  it.each(['short7!', 'password', 'P@ssw0rd2026!!', 'letmein123', 'qwertyuiop', '1234567890', 'aaaaaaaaaaaa', 'abcabcabcabc', 'abcd1234', 'Liverpool99', '24121987', 'Jennifer12'])(
    'refuses %s', (password) => { expect(isRefused(password)).toBe(true); },
  );

  it.each(['my council tax bill', 'elderberry jam jar', 'NorthmoorRoundabout'])('refuses words of the field, the person and the agency: %s', (password) => {
    expect(isRefused(password)).toBe(true);
  });

  it.each(['teapot gravel quiet lamp', 'x7#Kq2!vLm', 'ünïcödé wörks fine', 'correct horse battery nail', '        . spaces are fine'])('accepts %s', (password) => {
    expect(passwordIssues(password, context)).toEqual([]);
  });

  it('looks through the usual disguises', () => {
    expect(undisguised('P@ssw0rd2026!')).toBe('password');
    expect(undisguised('@dm1n!!')).toBe('admin');
  });

  it('says nothing of the password in its answer', () => {
    for (const { message } of passwordIssues('Sunshine1', context)) expect(message).not.toContain('Sunshine');
  });
});
