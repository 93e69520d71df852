/** trust.md UPL-1 and UPL-2. Beyond a limit a file is refused as a whole: no real list comes near. */
const MEGABYTE = 1024 * 1024;

export const LIMITS = {
  fileBytes: 10 * MEGABYTE,
  rows: 50_000,
  columns: 200,
  cellCharacters: 32 * 1024,
  sheets: 100,
  zipEntries: 2_000,
  /** All parts of a workbook together, inflated. */
  inflatedBytes: 200 * MEGABYTE,
  /** Beyond this no table of text compresses; below `ratioFrom` bytes anything may. */
  ratio: 250,
  ratioFrom: MEGABYTE,
  /** What Excel itself can number. */
  excelRows: 1_048_576,
  childMegabytes: 256,
  childMilliseconds: 20_000,
} as const;
