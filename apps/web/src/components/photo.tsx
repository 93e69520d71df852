import { useState } from 'react';

interface PhotoProps {
  /** Its address; see `ownPhoto`, `grantedPhoto` and `previewedPhoto`. */
  readonly at: string;
  /** Whom it shows, without a name: other pages and tools keep what is read out. */
  readonly of: string;
  /** Another agency's: it stays in the hub, so it is not printed. */
  readonly lent?: boolean;
}

export function Photo({ at, of, lent = false }: PhotoProps) {
  const [isGone, setGone] = useState(false);
  if (isGone) return <p className="govuk-body hub-not-recorded">The photo is not shown any more.</p>;
  return (
    <>
      <img className={`hub-photo${lent ? ' hub-photo--lent' : ''}`} src={at} alt={`Photo of ${of}`} decoding="async" onError={() => setGone(true)} />
      {lent && <p className="govuk-body-s hub-on-paper">The photo is shown in the hub alone.</p>}
    </>
  );
}

export type PhotoKind = 'unit' | 'household';

const path = (...parts: readonly string[]): string => `/photos/${parts.map(encodeURIComponent).join('/')}`;

export const ownPhoto = (kind: PhotoKind, subject: string, photo: string): string => path('own', kind, subject, photo);
export const grantedPhoto = (kind: PhotoKind, subject: string, photo: string): string => path('granted', kind, subject, photo);
/** As another agency is served it; `grant`: one that waits, as if it were approved. */
export const previewedPhoto = (agency: string, grant?: string) => (kind: PhotoKind, subject: string, photo: string): string =>
  `${path('seen-by', agency, kind, subject, photo)}${grant ? `?grant=${encodeURIComponent(grant)}` : ''}`;
