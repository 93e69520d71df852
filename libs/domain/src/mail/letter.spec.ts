import { NOTICE_KINDS } from '../audit/notices';
import { hasNews, letter } from './letter';

const AT = 'https://hub.example/';

describe('a letter', () => {
  it('says how many, and where to sign in', () => {
    const { subject, text, html } = letter({ LINK_MOVED: 1, LINK_MESSAGE: 2 }, AT);
    expect(subject).toBe('Adoption hub: there is something new for you');
    expect(text).toBe('You have 3 new notices about links.\n\nSign in: https://hub.example/\n\nThis mail says no more than that. You choose how often it comes on the page of your account.\n');
    expect(html).toContain('<p>You have 3 new notices about links.</p><p><a href="https://hub.example/">Sign in</a></p>');
  });

  it('says of new results how many there are', () => expect(letter({ SEARCH_NEW: 3 }, AT).text).toMatch(/^You have 3 new results\.\n\nSign in: https:/));

  it('lists what is new before what waits, one and many apart', () => {
    expect(letter({ CONSENT_ENDS: 1, BREAK_GLASS: 2, WAITING_LINKS: 1, WAITING_APPROVALS: 4 }, AT).text).toContain(
      'You have:\n- 1 new reminder\n- 2 new notices about looking at records\n\nAlso waiting:\n- 1 link of yours waits for your agency\n- 4 requests wait for your approval\n\nSign in');
  });

  it('tells clocks from other reminders, and not which or whose', () => expect(letter({ CLOCK_DUE: 2, CLOCK_OVERDUE: 1, CONSENT_ENDS: 1 }, AT).text).toContain(
    'You have:\n- 3 new notices about clocks\n- 1 new reminder\n\nSign in'));

  it('has words for each kind of notice', () => {
    for (const kind of NOTICE_KINDS) expect([kind, hasNews({ [kind]: 1 })]).toEqual([kind, true]);
  });

  test.each([[{}, false], [{ WAITING_LINKS: 3 }, false], [{ LINK_MOVED: 0 }, false]])('of %j has news: %s', (counts, expected) => expect(hasNews(counts)).toBe(expected));

  it('holds one address, and nothing of it breaks out of the link', () => {
    const { html, text } = letter({ LINK_MOVED: 1 }, 'https://hub.example/?a="><script>&b');
    expect(html.match(/https?:/g)).toHaveLength(1);
    expect(text.match(/https?:/g)).toHaveLength(1);
    expect(html).not.toContain('<script');
  });
});
