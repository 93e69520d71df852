import { DomainError } from '@hub/domain/errors';

const refuse = (message: string): DomainError => new DomainError('FILE_REFUSED', message);

export const damagedPdf = (): DomainError => refuse('The PDF is damaged or has a password. Save it again and choose that.');
export const activePdf = (): DomainError => refuse('The PDF holds a program, a form that runs or another file. Print it to a new PDF and choose that.');
export const damagedWord = (): DomainError => refuse('The Word file is damaged, or packed in a way that Word does not use. Open it in Word, save it as a PDF and choose that.');
export const activeWord = (): DomainError => refuse('The Word file holds macros, another file, or a template or picture that it fetches from elsewhere. Save it as a PDF and choose that.');
export const tooMuchWork = (): DomainError => refuse('Reading the document took too long or too much memory, so it was given up. Print it to a new PDF and choose that.');
