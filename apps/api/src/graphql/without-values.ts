import type { GraphQLError } from 'graphql';

/**
 * What a caller may read of a refusal by GraphQL itself: which input, and why, without the value, which may be a name or a
 * date of birth that ends up in somebody's log (trust.md FLD-4). The library spells values out.
 */
export function withoutValues(message: string, cause: GraphQLError): string {
  const why = cause.originalError?.message;
  const variable = /^Variable "\$(\w+)" got invalid value /.exec(message)?.[1];
  if (variable === undefined || why === undefined || !message.endsWith(why)) return reason(message);
  const place = / at "([\w.[\]]+)"; $/.exec(message.slice(0, -why.length))?.[1] ?? variable;
  return `"${place}" cannot be read. ${reason(why)}`;
}

function reason(text: string): string {
  return text
    .replace(/(cannot represent [\w\s()-]*?value): [\s\S]*$/, '$1.')
    .replace(/^Value [\s\S]* does not exist in "(\w+)" enum\.[\s\S]*$/, 'It is none of the values of $1.');
}
