import {
  getNamedType, getNullableType, isCompositeType, isInterfaceType, isListType, isObjectType, Kind, type DocumentNode, type FieldNode,
  type FragmentDefinitionNode, type GraphQLCompositeType, type GraphQLOutputType, type GraphQLSchema, type OperationDefinitionNode, type SelectionSetNode,
} from 'graphql';

/** trust.md LIM-3. `cost` counts the fields of an answer whose pages are all full. */
export const QUERY_LIMITS = { depth: 12, aliases: 15, directives: 8, cost: 20_000, tokens: 1_000, listLength: 200, errors: 5 } as const;

/** A plain list has no `first`; this many items are reckoned for it. */
const ITEMS_OF_A_PLAIN_LIST = 3;

export interface QuerySize {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly cost: number;
}

type Variables = Readonly<Record<string, unknown>>;
const NOTHING: QuerySize = { depth: 0, aliases: 0, directives: 0, cost: 0 };

/**
 * Measures an operation as it would be executed, so that fragments count each time they are spread. Each fragment is
 * measured once per type: a chain of fragments that double each other costs nothing to see through.
 * Nothing is exempt by name: a fragment or an operation called `__schema` is measured like any other.
 */
export class QueryMeasure {
  private readonly fragments = new Map<string, FragmentDefinitionNode>();
  private readonly measured = new Map<string, QuerySize>();
  private readonly open = new Set<string>();

  constructor(private readonly schema: GraphQLSchema, document: DocumentNode, private readonly variables: Variables = {}) {
    for (const node of document.definitions) if (node.kind === Kind.FRAGMENT_DEFINITION) this.fragments.set(node.name.value, node);
  }

  of(operation: OperationDefinitionNode): QuerySize {
    const size = this.selection(operation.selectionSet, this.schema.getRootType(operation.operation) ?? null);
    return { ...size, directives: size.directives + (operation.directives?.length ?? 0) };
  }

  private selection(set: SelectionSetNode, parent: GraphQLCompositeType | null): QuerySize {
    return set.selections.map((node): QuerySize => {
      const directives = node.directives?.length ?? 0;
      if (node.kind === Kind.FIELD) return add(this.field(node, parent), { ...NOTHING, directives });
      if (node.kind === Kind.FRAGMENT_SPREAD) return add(this.fragment(node.name.value), { ...NOTHING, directives });
      const type = node.typeCondition ? this.composite(node.typeCondition.name.value) : parent;
      return add(this.selection(node.selectionSet, type), { ...NOTHING, directives });
    }).reduce(add, NOTHING);
  }

  private fragment(name: string): QuerySize {
    const known = this.measured.get(name);
    const fragment = this.fragments.get(name);
    // A cycle is refused by the standard rules; here it must only come to an end.
    if (known !== undefined || fragment === undefined || this.open.has(name)) return known ?? NOTHING;
    this.open.add(name);
    const size = this.selection(fragment.selectionSet, this.composite(fragment.typeCondition.name.value));
    this.open.delete(name);
    this.measured.set(name, size);
    return size;
  }

  private field(node: FieldNode, parent: GraphQLCompositeType | null): QuerySize {
    // What the schema is made of is deep and costs nothing; in production validation refuses to tell it at all.
    if (isIntrospection(node, this.schema, parent)) return { ...NOTHING, depth: 1, aliases: node.alias ? 1 : 0, cost: 1 };
    const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[node.name.value] : undefined;
    const type = definition === undefined ? null : getNamedType(definition.type);
    const below = node.selectionSet ? this.selection(node.selectionSet, type !== null && isCompositeType(type) ? type : null) : NOTHING;
    const first = definition?.args.find((argument) => argument.name === 'first');
    let times = 1;
    if (first !== undefined) times = this.pageSize(node, first.defaultValue);
    // The list of edges is the page that `first` has counted already.
    else if (definition !== undefined && node.name.value !== 'edges' && isList(definition.type)) times = ITEMS_OF_A_PLAIN_LIST;
    return { depth: below.depth + 1, aliases: below.aliases + (node.alias ? 1 : 0), directives: below.directives, cost: 1 + below.cost * times };
  }

  private pageSize(node: FieldNode, fallback: unknown): number {
    const value = node.arguments?.find((argument) => argument.name.value === 'first')?.value;
    let size: unknown = fallback;
    if (value?.kind === Kind.INT) size = Number(value.value);
    else if (value?.kind === Kind.VARIABLE) size = this.variables[value.name.value] ?? fallback;
    return typeof size === 'number' && size > 1 ? size : 1;
  }

  private composite(name: string): GraphQLCompositeType | null {
    const type = this.schema.getType(name);
    return type !== undefined && isCompositeType(type) ? type : null;
  }
}

function add(a: QuerySize, b: QuerySize): QuerySize {
  return { depth: Math.max(a.depth, b.depth), aliases: a.aliases + b.aliases, directives: a.directives + b.directives, cost: a.cost + b.cost };
}

/** The fields that begin an introspection, and only at the root: not whatever else bears such a name. */
function isIntrospection({ name }: FieldNode, schema: GraphQLSchema, parent: GraphQLCompositeType | null): boolean {
  return (name.value === '__schema' || name.value === '__type') && parent !== null && parent === schema.getQueryType();
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(getNullableType(type));
}
