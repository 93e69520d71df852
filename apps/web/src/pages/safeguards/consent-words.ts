const SCOPES: Readonly<Record<string, string>> = {
  CARD: 'To be shown to other agencies, without names', PROFILE: 'To have a profile text released', PHOTO_REPORT: 'To have photo and report given to one named agency',
};
const MANNERS: Readonly<Record<string, string>> = { WRITTEN: 'in writing', SPOKEN: 'in conversation', ELECTRONIC: 'by email or online', FILE: 'from an imported file', FORM: 'with the record' };

export const CONSENT_SCOPES = ['CARD', 'PROFILE', 'PHOTO_REPORT'] as const;
export const consentScopeWords = (scope: string): string => SCOPES[scope] ?? scope;
export const consentMannerWords = (how: string): string => MANNERS[how] ?? how;
