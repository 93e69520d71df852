import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { SelectionOf } from '@hub/domain/search/selection';
import { newSelection, note, references, selectionId, selectionOf } from '@hub/features/search/inputs';
import type { NewSelection, SelectionSummary } from '@hub/features/search/selections.queries';
import { SelectionsService, type Selection } from '@hub/features/search/selections.service';
import { CurrentActor } from '../graphql/current-actor';
import { offsetConnection, offsetRequest, type Connection } from '../graphql/paging';
import { ZodPipe } from '../graphql/zod.pipe';
import { CreateSelectionInput, SelectionConnectionModel, SelectionModel, SelectionOfEnum } from './selection.model';

const ID_ARG = () => Args('id', { type: () => ID }, new ZodPipe(selectionId));
const ENTRY_ARG = () => Args('entry', { type: () => ID }, new ZodPipe(selectionId));

@Resolver()
export class SelectionsResolver {
  constructor(private readonly selections: SelectionsService) {}

  @Query(() => SelectionConnectionModel, { name: 'selections', description: 'The viewer’s own and those shared in their agency, the last changed first.' })
  async list(
    @CurrentActor() actor: Actor,
    @Args('holds', { type: () => SelectionOfEnum, nullable: true }, new ZodPipe(selectionOf)) holds: SelectionOf | null | undefined,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<SelectionSummary>> {
    const page = offsetRequest(first, after);
    const { items, totalCount } = await this.selections.list(actor, { holds: holds ?? null, ...page });
    return offsetConnection(items, totalCount, page.offset);
  }

  @Query(() => SelectionModel, { nullable: true, description: 'Null alike for one that does not exist and for one that the viewer may not read.' })
  selection(@CurrentActor() actor: Actor, @ID_ARG() id: string): Promise<Selection | null> {
    return this.selections.find(actor, id);
  }

  @Query(() => Int, { nullable: true, description: 'The version of a selection: asked every few seconds by whoever reads it.' })
  selectionVersion(@CurrentActor() actor: Actor, @ID_ARG() id: string): Promise<number | null> {
    return this.selections.version(actor, id);
  }

  @Mutation(() => SelectionModel)
  createSelection(@CurrentActor() actor: Actor, @Args('input', { type: () => CreateSelectionInput }, new ZodPipe(newSelection)) input: NewSelection): Promise<Selection> {
    return this.selections.create(actor, input);
  }

  @Mutation(() => SelectionModel, { description: 'Who stands in it already stays where they are.' })
  keepInSelection(
    @CurrentActor() actor: Actor, @ID_ARG() id: string, @Args('references', { type: () => [String] }, new ZodPipe(references)) kept: string[],
  ): Promise<Selection> {
    return this.selections.keep(actor, id, kept);
  }

  @Mutation(() => SelectionModel, { description: 'An empty note takes away the one before.' })
  noteInSelection(
    @CurrentActor() actor: Actor, @ID_ARG() id: string, @ENTRY_ARG() entry: string, @Args('note', { type: () => String }, new ZodPipe(note)) text: string,
  ): Promise<Selection> {
    return this.selections.note(actor, id, entry, text);
  }

  @Mutation(() => SelectionModel)
  moveInSelection(@CurrentActor() actor: Actor, @ID_ARG() id: string, @ENTRY_ARG() entry: string, @Args('up', { type: () => Boolean }) up: boolean): Promise<Selection> {
    return this.selections.move(actor, id, entry, up);
  }

  @Mutation(() => SelectionModel)
  removeFromSelection(@CurrentActor() actor: Actor, @ID_ARG() id: string, @ENTRY_ARG() entry: string): Promise<Selection> {
    return this.selections.remove(actor, id, entry);
  }

  @Mutation(() => Boolean, { description: 'For everybody who reads it.' })
  endSelection(@CurrentActor() actor: Actor, @ID_ARG() id: string): Promise<boolean> {
    return this.selections.end(actor, id);
  }
}
