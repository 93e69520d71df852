import { isoDate, type IsoDate } from './iso-date';

/** The bank holidays that somebody read from the official list, and for which time it is whole. */
export interface BankHolidays {
  /** When the list was last held against its source. */
  readonly version: string;
  readonly source: string;
  /** First and last day for which the list is whole: beyond them no working day is told. */
  readonly knownFrom: IsoDate;
  readonly knownUntil: IsoDate;
  readonly days: ReadonlySet<IsoDate>;
}

/**
 * By year, as month-day. Substitutes stand where the holiday itself fell on a weekend; the days that came once are named.
 * To bring it up to date: add the year as https://www.gov.uk/bank-holidays lists it for England and Wales (a day that is
 * proclaimed for one year, or moved, too), set `version` and `knownUntil`, and run the tests, which hold every year
 * against the rules of the calendar and name each day that is an exception to them.
 */
const BY_YEAR: Readonly<Record<string, readonly string[]>> = {
  2015: ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'],
  2016: ['01-01', '03-25', '03-28', '05-02', '05-30', '08-29', '12-26', '12-27'],
  2017: ['01-02', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26'],
  2018: ['01-01', '03-30', '04-02', '05-07', '05-28', '08-27', '12-25', '12-26'],
  2019: ['01-01', '04-19', '04-22', '05-06', '05-27', '08-26', '12-25', '12-26'],
  // Early May was moved to the 8th: 75 years of VE Day.
  2020: ['01-01', '04-10', '04-13', '05-08', '05-25', '08-31', '12-25', '12-28'],
  2021: ['01-01', '04-02', '04-05', '05-03', '05-31', '08-30', '12-27', '12-28'],
  // Spring moved to 2 June, with 3 June for the Platinum Jubilee; 19 September: the Queen's funeral.
  2022: ['01-03', '04-15', '04-18', '05-02', '06-02', '06-03', '08-29', '09-19', '12-26', '12-27'],
  // 8 May: the King's coronation.
  2023: ['01-02', '04-07', '04-10', '05-01', '05-08', '05-29', '08-28', '12-25', '12-26'],
  2024: ['01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26'],
  2025: ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26'],
  2026: ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'],
  2027: ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28'],
};

/** England and Wales (Banking and Financial Dealings Act 1971), with Good Friday and Christmas Day. */
export const ENGLAND_AND_WALES: BankHolidays = {
  version: '2026-11-22',
  source: 'https://www.gov.uk/bank-holidays',
  knownFrom: isoDate('2015-01-01'),
  knownUntil: isoDate('2027-12-31'),
  days: new Set(Object.entries(BY_YEAR).flatMap(([year, days]) => days.map((day) => isoDate(`${year}-${day}`)))),
};
