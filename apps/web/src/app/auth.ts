import type { FieldIssue } from './problems';

/** The sign-in endpoints, which are not part of GraphQL: before signing in there is no actor to ask as. */
export interface SessionUser {
  readonly displayName: string;
  readonly agencyCode: string;
  readonly agencyName: string;
  readonly agencyKind: string;
  readonly roles: readonly string[];
}

export interface Session {
  readonly user: SessionUser;
  /** Kept in memory alone: a token in storage would outlive the tab. */
  readonly csrfToken: string;
}

export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly details?: { readonly issues?: readonly FieldIssue[] };
}

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Refusal };

const OFFLINE: Refusal = { code: 'OFFLINE', message: 'The hub could not be reached.' };

async function ask<T>(path: string, init: RequestInit): Promise<Answer<T>> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: 'same-origin', ...init });
  } catch {
    return { ok: false, error: OFFLINE };
  }
  const body: unknown = response.status === 204 ? null : await response.json().catch(() => null);
  if (response.ok) return { ok: true, value: body as T };
  return { ok: false, error: refusalOf(response, body) };
}

const refusalOf = (response: Response, body: unknown): Refusal =>
  (body as { error?: Refusal } | null)?.error ?? { code: response.status === 401 ? 'UNAUTHENTICATED' : 'INTERNAL_SERVER_ERROR', message: '' };

const json = (body: unknown): RequestInit => ({
  method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body),
});

export const readSession = (): Promise<Answer<Session>> => ask('/auth/session', {});

export const signIn = (email: string, password: string): Promise<Answer<Session>> => ask('/auth/sign-in', json({ email, password }));

export const acceptInvitation = (token: string, password: string): Promise<Answer<unknown>> =>
  ask('/auth/invitation', json({ token, password }));

/** The session goes on under a new token; every other one ends. */
export const changePassword = (present: string, password: string, csrfToken: string): Promise<Answer<Session>> => {
  const asked = json({ present, password });
  return ask('/auth/password', { ...asked, headers: { ...asked.headers, 'x-hub-csrf': csrfToken } });
};

export const signOut = (csrfToken: string): Promise<Answer<null>> =>
  ask('/auth/sign-out', { method: 'POST', headers: { 'x-hub-csrf': csrfToken } });

/** Fetches a file by POST and hands it to the browser to be saved; its name is the hub's. */
export async function downloadFile(path: string, body: object, csrfToken: string): Promise<Answer<null>> {
  const asked = json(body);
  const response = await fetch(path, { credentials: 'same-origin', ...asked, headers: { ...asked.headers, 'x-hub-csrf': csrfToken } }).catch(() => null);
  if (!response) return { ok: false, error: OFFLINE };
  if (!response.ok) return { ok: false, error: refusalOf(response, await response.json().catch(() => null)) };
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await response.blob());
  link.download = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'file';
  link.click();
  URL.revokeObjectURL(link.href);
  return { ok: true, value: null };
}

export const uploadImport = (kind: string, file: File, csrfToken: string): Promise<Answer<{ reference: string }>> =>
  ask(`/imports?kind=${encodeURIComponent(kind)}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name), 'x-hub-csrf': csrfToken },
    body: file,
  });

/** What a file of published figures came to. */
export interface BenchmarkReport {
  readonly rows: number;
  readonly taken: number;
  readonly issues: readonly { readonly row: number | null; readonly column: string | null; readonly value: string | null; readonly message: string }[];
}

export const uploadPublished = (kind: string, file: File, csrfToken: string): Promise<Answer<BenchmarkReport>> =>
  ask(`/performance-sources/published/${encodeURIComponent(kind)}`, {
    method: 'POST', headers: { 'content-type': 'application/octet-stream', 'x-file-name': encodeURIComponent(file.name), 'x-hub-csrf': csrfToken }, body: file,
  });

/** The files of one return together, as one body; what they are travels in a header. */
export const uploadReturn = (said: { readonly source: string; readonly year: number | null; readonly asAt: string | null }, files: readonly File[], csrfToken: string): Promise<Answer<{ warnings: number }>> =>
  ask('/performance-sources/returns', {
    method: 'POST', body: new Blob([...files]),
    headers: { 'content-type': 'application/octet-stream', 'x-hub-csrf': csrfToken, 'x-return': encodeURIComponent(JSON.stringify({ ...said, files: files.map(({ name, size }) => ({ name, size })) })) },
  });

export const putAgreementDocument = (reference: string, file: File, csrfToken: string): Promise<Answer<null>> =>
  ask(`/agreement-documents/${encodeURIComponent(reference)}`, { method: 'PUT', headers: { 'content-type': 'application/octet-stream', 'x-hub-csrf': csrfToken }, body: file });

/** A new document about a record (`about/child/7F3K2Q`), or a further version (`D-7F3K2Q/versions`); what is said of it travels in a header. */
export const putDocument = (place: string, said: object, file: File, csrfToken: string): Promise<Answer<{ reference: string }>> =>
  ask(`/document-files/${place}`, { method: 'POST', headers: { 'content-type': 'application/octet-stream', 'x-document': encodeURIComponent(JSON.stringify(said)), 'x-hub-csrf': csrfToken }, body: file });

/** In the place of an earlier one; `key`: an idempotency key. */
export const putPhoto = (of: 'child' | 'household', reference: string, { file, key }: { file: File; key: string }, csrfToken: string): Promise<Answer<null>> =>
  ask(`/photos/${of}/${encodeURIComponent(reference)}`, { method: 'PUT', headers: { 'content-type': 'application/octet-stream', 'idempotency-key': key, 'x-hub-csrf': csrfToken }, body: file });

export const removePhoto = (of: 'child' | 'household', reference: string, csrfToken: string): Promise<Answer<null>> =>
  ask(`/photos/${of}/${encodeURIComponent(reference)}`, { method: 'DELETE', headers: { 'x-hub-csrf': csrfToken } });
