import { isIsoDate } from '@hub/domain/dates/iso-date';
import type { FieldError } from './form-errors';

/** Reads a sent form and notes what is wrong. An empty answer reads as `null`. */
export class FormReader {
  readonly errors: FieldError[] = [];

  constructor(private readonly data: FormData) {}

  get failed(): boolean { return this.errors.length > 0; }

  fault(field: string, message: string): void { this.errors.push({ field, message }); }

  text(field: string, needed?: string): string | null {
    const value = String(this.data.get(field) ?? '').trim();
    if (value === '' && needed) this.fault(field, needed);
    return value === '' ? null : value;
  }

  /** As `text`, where an answer is needed: the empty string stands for a noted fault. */
  mustText(field: string, needed: string): string { return this.text(field, needed) ?? ''; }

  /** As typed: a password may begin or end with a space. */
  secret(field: string, needed: string): string {
    const value = String(this.data.get(field) ?? '');
    if (value === '') this.fault(field, needed);
    return value;
  }

  file(field: string, needed: string): File | null {
    const value = this.data.get(field);
    if (value instanceof File && value.name !== '') return value;
    this.fault(field, needed);
    return null;
  }

  files(field: string, needed: string): File[] {
    const chosen = this.data.getAll(field).filter((value): value is File => value instanceof File && value.name !== '');
    if (chosen.length === 0) this.fault(field, needed);
    return chosen;
  }

  all(field: string): string[] { return this.data.getAll(field).map(String); }

  /** Words divided by commas or spaces, such as postcode districts. */
  list(field: string): string[] | null {
    const value = this.text(field);
    return value === null ? null : value.split(/[\s,;]+/).filter((part) => part !== '');
  }

  yesNo(field: string): boolean | null {
    const value = this.text(field);
    return value === null || value === 'unknown' ? null : value === 'yes';
  }

  number(field: string, name: string, { min, max }: { min: number; max: number }): number | null {
    const value = this.text(field);
    if (value === null) return null;
    const number = Number(value);
    if (Number.isInteger(number) && number >= min && number <= max) return number;
    this.fault(field, `${name} must be a whole number from ${min} to ${max}`);
    return null;
  }

  level(field: string): number | null {
    const value = this.text(field);
    return value === null || value === 'unknown' ? null : Number(value);
  }

  date(field: string, name: string, needed = false): string | null {
    const [day, month, year] = ['day', 'month', 'year'].map((part) => this.text(`${field}-${part}`) ?? '');
    if (day === '' && month === '' && year === '') {
      if (needed) this.fault(field, `Enter ${name.charAt(0).toLowerCase()}${name.slice(1)}`);
      return null;
    }
    const date = `${year.padStart(4, '0')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    if (isIsoDate(date) && Number(year) >= 1900) return date;
    this.fault(field, `${name} must be a real date, such as 27 3 2024`);
    return null;
  }

  mustDate(field: string, name: string): string { return this.date(field, name, true) ?? ''; }
}
