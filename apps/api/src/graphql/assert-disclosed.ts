import { isInputObjectType, isObjectType, type GraphQLInputObjectType, type GraphQLObjectType, type GraphQLSchema } from 'graphql';
import { OPERATIONS } from '@hub/domain/disclosure/operations';
import { FILTERS, SHAPES } from '@hub/domain/disclosure/shapes';

/** Types, fields, filters and operations of the schema that the disclosure matrix does not know, and the other way round. */
export function undisclosed(schema: GraphQLSchema): string[] {
  const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__'));
  const shown = types.filter(isObjectType).flatMap(fieldNames);
  const asked = types.filter(isInputObjectType).filter(({ name }) => name.endsWith('Filter')).flatMap(fieldNames);
  const known = [
    ...Object.keys(OPERATIONS),
    ...Object.entries(SHAPES).flatMap(([type, { fields }]) => fields.map((field) => `${type}.${field}`)),
    ...Object.entries(FILTERS).flatMap(([type, { fields }]) => Object.keys(fields).map((field) => `${type}.${field}`)),
  ];
  const found = [...shown, ...asked];
  return [
    ...difference(found, known).map((name) => `${name} is not in the disclosure matrix`),
    ...difference(known, found).map((name) => `${name} is in the disclosure matrix alone`),
  ];
}

function fieldNames(type: GraphQLObjectType | GraphQLInputObjectType): string[] {
  return Object.keys(type.getFields()).map((field) => `${type.name}.${field}`);
}

function difference(left: readonly string[], right: readonly string[]): string[] {
  const others = new Set(right);
  return left.filter((name) => !others.has(name)).sort();
}

/** Default deny: an API that shows what nobody has decided about does not start. */
export function assertDisclosed(schema: GraphQLSchema): GraphQLSchema {
  const found = undisclosed(schema);
  if (found.length > 0) throw new Error(`The disclosure matrix (libs/domain/src/disclosure) and the schema differ:\n  ${found.join('\n  ')}`);
  return schema;
}
