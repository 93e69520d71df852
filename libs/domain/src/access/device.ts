/** In this order: most browsers name those that they descend from as well. */
const BROWSERS: readonly (readonly [mark: RegExp, name: string])[] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'], [/\b(OPR|Opera)\//, 'Opera'], [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'], [/\b(Chrome|Chromium|CriOS|HeadlessChrome)\//, 'Chrome'], [/\bSafari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [mark: RegExp, name: string])[] = [
  [/\biPhone\b/, 'iPhone'], [/\biPad\b/, 'iPad'], [/\bAndroid\b/, 'Android'], [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'Chromebook'], [/\bMac OS X\b/, 'Mac'], [/\bLinux\b/, 'Linux'],
];

/**
 * What people recognise a session of theirs by: browser and system, in these words alone, so that nothing else of the header
 * (`User-Agent`) is ever kept. Null where it names neither.
 */
export function deviceOf(userAgent: string): string | null {
  const nameIn = (table: typeof BROWSERS): string | undefined => table.find(([mark]) => mark.test(userAgent))?.[1];
  const [browser, system] = [nameIn(BROWSERS), nameIn(SYSTEMS)];
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? system ?? null;
}
