import type { NoticeKind } from '../audit/notices';

/** What waits for a person, beside notices. */
export const WAITING_WORK = ['WAITING_LINKS', 'WAITING_APPROVALS', 'WAITING_HANDOVERS', 'WAITING_ACTIONS', 'WAITING_CONSENTS'] as const;
export type WaitingWork = (typeof WAITING_WORK)[number];

/** How many of what a mail tells: numbers alone, so that there is nothing in it that anybody else must not read (trust.md I9). */
export type MailCounts = Readonly<Partial<Record<NoticeKind | WaitingWork, number>>>;

export interface Letter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

interface Line {
  readonly of: readonly (NoticeKind | WaitingWork)[];
  readonly one: string;
  readonly many: string;
}

/** Notices by group, so that a mail does not even tell what has happened. A test says that each kind stands in one of them. */
const NEWS: readonly Line[] = [
  { of: ['SEARCH_NEW'], one: 'new result', many: 'new results' },
  { of: ['LINK_SUGGESTED', 'LINK_INTEREST', 'LINK_MOVED', 'LINK_ENDED', 'LINK_MESSAGE', 'LINK_HANDED_OVER'], one: 'new notice about a link', many: 'new notices about links' },
  { of: ['AGREEMENT_REVIEW', 'AGREEMENT_ENDS', 'CONSENT_ENDS', 'SEARCH_WIDENS'], one: 'new reminder', many: 'new reminders' },
  { of: ['MEETING_INVITED', 'MEETING_MOVED', 'MEETING_CANCELLED', 'MEETING_MINUTES', 'ACTION_GIVEN'], one: 'new notice about a meeting', many: 'new notices about meetings' },
  { of: ['MANY_PROFILES', 'OUT_OF_HOURS', 'OWN_SURNAME', 'BREAK_GLASS'], one: 'new notice about looking at records', many: 'new notices about looking at records' },
  { of: ['PASSWORD_CHANGED'], one: 'new notice about your account', many: 'new notices about your account' },
];

const WAITS: readonly Line[] = [
  { of: ['WAITING_LINKS'], one: 'link of yours waits for your agency', many: 'links of yours wait for your agency' },
  { of: ['WAITING_APPROVALS'], one: 'request waits for your approval', many: 'requests wait for your approval' },
  { of: ['WAITING_HANDOVERS'], one: 'link is with nobody', many: 'links are with nobody' },
  { of: ['WAITING_ACTIONS'], one: 'action that you promised is open', many: 'actions that you promised are open' },
  { of: ['WAITING_CONSENTS'], one: 'family is to be asked again', many: 'families are to be asked again' },
];

const SUBJECT = 'Adoption hub: there is something new for you';

/** Whether there is anything new: what only waits, waited the day before. */
export function hasNews(counts: MailCounts): boolean {
  return linesOf(NEWS, counts).length > 0;
}

/** One letter, with one link: to the sign-in at `signIn`. The subject is always the same. */
export function letter(counts: MailCounts, signIn: string): Letter {
  const [news, waits] = [linesOf(NEWS, counts), linesOf(WAITS, counts)];
  const first = news.length === 1 ? [`You have ${news[0] ?? ''}.`] : ['You have:', ...news.map((line) => `- ${line}`)];
  const also = waits.length > 0 ? ['', 'Also waiting:', ...waits.map((line) => `- ${line}`)] : [];
  const end = 'This mail says no more than that. You choose how often it comes on the page of your account.';
  return {
    subject: SUBJECT,
    text: [...first, ...also, '', `Sign in: ${signIn}`, '', end, ''].join('\n'),
    html: page([
      news.length === 1 ? `<p>${first[0] ?? ''}</p>` : `<p>You have:</p>${listed(news)}`,
      waits.length > 0 ? `<p>Also waiting:</p>${listed(waits)}` : '',
      `<p><a href="${escaped(signIn)}">Sign in</a></p>`, `<p>${end}</p>`,
    ]),
  };
}

function linesOf(lines: readonly Line[], counts: MailCounts): string[] {
  return lines.flatMap(({ of, one, many }) => {
    const count = of.reduce((sum, key) => sum + (counts[key] ?? 0), 0);
    return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
  });
}

const listed = (lines: readonly string[]): string => `<ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul>`;
const page = (parts: readonly string[]): string => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${SUBJECT}</title></head><body>${parts.join('')}</body></html>`;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
