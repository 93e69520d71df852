const LEAST_BYTES = 32;
const LEAST_DISTINCT = 16;

/**
 * Whether these bytes may serve as a key: 32 or more, and drawn at random as far as looking can tell. Sample keys, words and
 * fillings are refused (trust.md SEC-1); that 32 random bytes fail is less likely than one in 10^11.
 */
export function looksRandom(key: Buffer): boolean {
  const isText = key.every((byte) => byte >= 0x20 && byte < 0x7f);
  return key.length >= LEAST_BYTES && !isText && new Set(key).size >= LEAST_DISTINCT;
}
