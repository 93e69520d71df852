/** One list out of lines of words. */
export const words = (text: string): readonly string[] => text.trim().split(/\s+/);
