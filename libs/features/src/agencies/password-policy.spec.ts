import { passwordIssues, undisguised } from './password-policy';

const context = { email: 'rowan.elder@example.test', displayName: 'Rowan Elderberry', agencyName: 'Northmoor Borough', agencyCode: 'NMB' };
const isRefused = (password: string): boolean => passwordIssues(password, context).length > 0;

describe('password policy (AUTH-2)', () => {
  it('accepts 64 emoji and spaces, refuses "Adoption2026!" and a top-3000 word', () => {
    expect(passwordIssues('🦊 '.repeat(32), context)).toEqual([]);
    expect(isRefused('Adoption2026!')).toBe(true);
    expect(isRefused('Sunshine1')).toBe(true);
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
