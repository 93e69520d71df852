/** Compares texts by code point, ascending. JavaScript's own `<` compares UTF-16 units, which differs past U+FFFF. */
export function compareCodePoints(a: string, b: string): number {
  const shared = Math.min(a.length, b.length);
  for (let at = 0; at < shared; at += 1) {
    if (a.charCodeAt(at) !== b.charCodeAt(at)) return Number(a.codePointAt(at)) - Number(b.codePointAt(at));
  }
  return a.length - b.length;
}
