// Who asks, as the server sees it.
import { ObjectType } from 'type-graphql';
import type { Caller } from '../auth/scope.js';
import { ScopeEnum, type ScopeWord } from '../words/enums.js';
import { Shown } from '../words/shown.js';

@ObjectType('Caller', { description: 'Who asks, and what they may do.' })
export class CallerType {
  constructor(private readonly caller: Caller) {}

  @Shown(() => String, 'In whose name what they record is kept.')
  get name(): string {
    return this.caller.name;
  }

  @Shown(() => ScopeEnum, 'What they may do; what demands more is refused.')
  get scope(): ScopeWord {
    return this.caller.scope.toUpperCase() as ScopeWord;
  }
}
