import { DomainError } from '@hub/domain/errors';

/** A file that is not taken at all. The sentence says what to do and repeats nothing of the file. */
export function refuseFile(message: string): DomainError {
  return new DomainError('FILE_REFUSED', message);
}

export const tooLarge = (): DomainError => new DomainError('LIMIT_EXCEEDED', 'The file is larger than 10 MB. Save only the sheets that are needed, or split it.');
export const damaged = (): DomainError => refuseFile('The workbook is damaged or was not written by a spreadsheet program. Open it in Excel, save it again as .xlsx and try that file.');
export const unsafe = (): DomainError => refuseFile('The workbook is packed in a way that no spreadsheet program uses, so it was not opened. Save it again as .xlsx and try that file.');
export const inflatesTooFar = (): DomainError => refuseFile('The workbook unpacks to far more than a list can hold, so it was not opened. Save only the sheets that are needed.');
export const entitiesRefused = (): DomainError => refuseFile('The workbook defines XML entities, which no spreadsheet program writes, so it was not opened. Save it again as .xlsx and try that file.');
export const tooManyRows = (): DomainError => refuseFile('A sheet has more than 50,000 rows. Split the file.');
export const tooManyColumns = (): DomainError => refuseFile('A sheet has more than 200 columns. Remove those that are not needed.');
export const cellTooLong = (): DomainError => refuseFile('A cell holds more than 32,768 characters. Shorten it.');
