import { isIsoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

// The messages never repeat the value: it may be a child's date of birth (trust.md FLD-4).

function readLocalDate(value: unknown): IsoDate {
  if (!isIsoDate(value)) throw new GraphQLError('LocalDate must be a day of the calendar as YYYY-MM-DD.');
  return value;
}

export const LocalDate = new GraphQLScalarType<IsoDate, string>({
  name: 'LocalDate',
  description: 'A day of the calendar as YYYY-MM-DD, without time or zone. Days that do not exist are refused.',
  serialize: readLocalDate,
  parseValue: readLocalDate,
  parseLiteral: (node) => readLocalDate(node.kind === Kind.STRING ? node.value : undefined),
});

const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

function readInstant(value: unknown): Date {
  const match = typeof value === 'string' ? INSTANT.exec(value) : null;
  if (!match || !isIsoDate(match[1])) throw new GraphQLError('DateTime must be an instant such as 2026-03-01T09:30:00Z.');
  return new Date(value as string);
}

function writeInstant(value: unknown): string {
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString();
  return readInstant(value).toISOString();
}

export const DateTime = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'An instant in ISO 8601 with its offset; answers are in UTC.',
  serialize: writeInstant,
  parseValue: readInstant,
  parseLiteral: (node) => readInstant(node.kind === Kind.STRING ? node.value : undefined),
});
