import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, getNamedType, isEnumType, isLeafType, isNonNullType, isObjectType, type GraphQLField, type GraphQLNamedType, type GraphQLOutputType } from 'graphql';
import type { GraphQLClient } from './graphql-client';

export type Root = GraphQLField<unknown, unknown>;

/** What somebody could know or guess for an argument of a query, by its name. */
export type Guesses = (argument: string) => readonly string[];

/** Every field of Query, as the committed schema has them. */
export const ROOTS: readonly Root[] = Object.values(buildSchema(readFileSync(join(__dirname, '../../schema.gql'), 'utf8')).getQueryType()?.getFields() ?? {});

/** Every field of a type, to a depth; arguments of nested fields stay at their defaults. */
function selection(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const fields = Object.values(named.getFields()).filter(({ args }) => !args.some((arg) => isNonNullType(arg.type) && arg.defaultValue === undefined));
  const chosen = fields.filter((field) => isLeafType(getNamedType(field.type)) || depth > 1).map((field) => `${field.name} ${selection(field.type, depth - 1)}`);
  return `{ ${['__typename', ...chosen].join(' ')} }`;
}

/** The queries of one field of Query with every combination of guesses. */
function queriesOf(field: Root, guesses: Guesses, depth: number): string[] {
  const required = field.args.filter(({ type }) => isNonNullType(type));
  const combinations = required.reduce<string[][]>(
    (lists, { name, type }) => lists.flatMap((list) => valuesOf(getNamedType(type), guesses(name)).map((value) => [...list, `${name}: ${value}`])), [[]]);
  return combinations.map((args) => `{ ${field.name}${args.length > 0 ? `(${args.join(', ')})` : ''} ${selection(field.type, depth)} }`);
}

const valuesOf = (type: GraphQLNamedType, guesses: readonly string[]): string[] => (isEnumType(type) ? type.getValues().map(({ name }) => name) : guesses.map((guess) => JSON.stringify(guess)));

/** The limits are the same for everybody, so that the first answer tells. */
const depths = new Map<string, number>();

/** The answers to the deepest form of a query that the limits let through, errors and all. */
export async function askDeep(client: GraphQLClient, field: Root, guesses: Guesses): Promise<string[]> {
  for (let depth = depths.get(field.name) ?? 6; depth > 0; depth -= 1) {
    const queries = queriesOf(field, guesses, depth);
    const answers: string[] = [];
    for (const query of queries) {
      const reply = await client.ask(query);
      if (reply.errors?.some(({ extensions: { code } }) => code === 'GRAPHQL_VALIDATION_FAILED' || code === 'GRAPHQL_PARSE_FAILED')) break;
      answers.push(JSON.stringify(reply));
    }
    if (answers.length < queries.length) continue;
    depths.set(field.name, depth);
    return answers;
  }
  throw new Error(`${field.name} cannot be asked at any depth`);
}
