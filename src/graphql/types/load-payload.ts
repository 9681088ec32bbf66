// What loading a dossier answers: how much of it was new, or all that must be mended.
import { Int, ObjectType } from 'type-graphql';
import { ShownList } from '../words/long-list.js';
import { Shown, ShownOrNull } from '../words/shown.js';
import type { UserError } from '../errors/user-errors.js';
import { ShownErrors } from './payloads.js';

@ObjectType('DossierProblem', { description: 'What is wrong with a dossier, and where.' })
export class DossierProblemType {
  @Shown(() => Int, 'Its line, from 1.')
  readonly line!: number;

  @Shown(() => Int, 'Its column, from 1.')
  readonly column!: number;

  @Shown(() => String, 'What was found, what was expected, and what to do.')
  readonly message!: string;
}

@ObjectType('LoadDossierPayload', {
  description: 'What came, or would come, of loading a dossier. It is recorded as a whole or not at all.',
})
export class LoadDossierPayload {
  @ShownOrNull(() => String, 'Its title; null where it cannot be read.')
  readonly title!: string | null;

  @Shown(() => Int, 'Entities that are new.')
  readonly entities!: number;

  @Shown(() => Int, 'Claims that are new.')
  readonly claims!: number;

  @Shown(() => Int, 'Sources that are new.')
  readonly sources!: number;

  @Shown(() => Int, 'Attestations that are new.')
  readonly attestations!: number;

  @Shown(() => Int, 'How many entities, claims and attestations of it were there already.')
  readonly alreadyThere!: number;

  @ShownList(
    () => DossierProblemType,
    'All that must be mended, by their places; where there is any, nothing is recorded.',
  )
  readonly problems!: readonly DossierProblemType[];

  @ShownErrors()
  readonly userErrors!: readonly UserError[];
}
