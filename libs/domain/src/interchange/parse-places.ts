import type { SheetRows } from './cell';
import { cellText, isFormulaError, loose } from './cell';
import type { Fault, Issue } from './issue';
import { sheetIssue, shownValue } from './issue';
import { readArea } from './read-lists';

export interface PlaceRow {
  readonly outcode: string;
  readonly lat: number;
  readonly lon: number;
}

export interface ParsedPlaces {
  readonly places: readonly PlaceRow[];
  readonly issues: readonly Issue[];
  readonly rows: number;
}

const HEADINGS = {
  outcode: ['outcode', 'postcode', 'district', 'area'],
  latitude: ['latitude', 'lat'],
  longitude: ['longitude', 'lon', 'long', 'lng'],
} as const;

/** Districts and their points: a table with the columns outcode, latitude and longitude. Never throws. */
export function parsePlaces(sheet: SheetRows): ParsedPlaces {
  const heads = (sheet.rows[0] ?? []).map((cell) => loose(cellText(cell)));
  const at = (names: readonly string[]): number => heads.findIndex((head) => names.includes(head));
  const columns = { outcode: at(HEADINGS.outcode), latitude: at(HEADINGS.latitude), longitude: at(HEADINGS.longitude) };
  const missing = Object.entries(columns).filter(([, index]) => index < 0).map(([name]) => name);
  if (missing.length > 0) {
    const message = `The first row lacks ${missing.join(' and ')}. The columns are outcode, latitude and longitude.`;
    return { places: [], rows: 0, issues: [sheetIssue('ERROR', sheet.name, { code: 'MISSING_COLUMN', message }, missing[0] ?? null)] };
  }
  const places = new Map<string, PlaceRow>();
  const issues: Issue[] = [];
  let rows = 0;
  sheet.rows.forEach((cells, index) => {
    if (index === 0 || cells.every((cell) => cellText(cell) === '')) return;
    rows += 1;
    const text = (name: keyof typeof columns): string => cellText(cells[columns[name]]);
    const report = (column: keyof typeof columns, fault: Fault): void => {
      issues.push({ severity: 'ERROR', sheet: sheet.name, row: index + 1, column, value: shownValue(text(column)), ...fault });
    };
    const place = readPlace(text, report);
    if (place && places.has(place.outcode)) report('outcode', { code: 'DUPLICATE', message: 'This district stands here twice. Keep one of the two.' });
    else if (place) places.set(place.outcode, place);
  });
  return { places: [...places.values()], rows, issues };
}

type Name = keyof typeof HEADINGS;

function readPlace(text: (name: Name) => string, report: (name: Name, fault: Fault) => void): PlaceRow | null {
  const outcode = readArea(text('outcode'));
  if (outcode.kind !== 'value' || outcode.value === null) {
    report('outcode', outcode.kind === 'fault' ? outcode.fault : { code: 'BLANK', message: 'Write the first part of a postcode, such as LE7.' });
    return null;
  }
  const lat = degrees(text('latitude'), 90);
  const lon = degrees(text('longitude'), 180);
  if (lat === null) report('latitude', { code: 'OUT_OF_RANGE', message: 'Write degrees from -90 to 90.' });
  if (lon === null) report('longitude', { code: 'OUT_OF_RANGE', message: 'Write degrees from -180 to 180.' });
  return lat === null || lon === null ? null : { outcode: outcode.value, lat, lon };
}

function degrees(text: string, most: number): number | null {
  if (isFormulaError(text) || !/^-?\d{1,3}(\.\d{1,15})?$/.test(text)) return null;
  const number = Number(text);
  return Math.abs(number) <= most ? number : null;
}
