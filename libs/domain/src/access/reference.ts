const REFERENCE = /^(?:[A-Z]{1,2}-)?[0-9A-Z]{4,8}$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * People paste names where a reference belongs. Only what has the shape of one of ours
 * is repeated in an error or kept in a log.
 */
export function looksLikeReference(text: string): boolean {
  return REFERENCE.test(text) || UUID.test(text);
}
