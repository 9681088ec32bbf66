// Who asks: so that a page can leave out what would be refused.
import { Ctx, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../operation/context.js';
import { CallerType } from '../types/caller.js';

@Resolver()
export class CallerQuery {
  @Query(() => CallerType, {
    description: 'Who asks, and what they may do, so that a page can leave out what would be refused.',
  })
  caller(@Ctx() { by, scope }: RequestContext): CallerType {
    return new CallerType({ name: by, scope });
  }
}
