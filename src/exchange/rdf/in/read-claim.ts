// A claim read from a node of our JSON-LD, held to its id.
import { claimOf, type Qualifier } from '../../../domain/claim.js';
import type { MakeClaim } from '../../../domain/command.js';
import type { ClaimId } from '../../../domain/ids.js';
import { readProposition } from '../../../domain/proposition.js';
import type { Vocabulary } from '../../../domain/vocabulary.js';
import type { NodeReader } from './node-reader.js';
import { present } from './present.js';
import { OTHER_CONTENT } from './read-said.js';

export interface ClaimRead {
  /** As it is recorded here. */
  readonly claim: ClaimId;
  /** As the file has it: another where some of what it was made from is redacted by now. */
  readonly written: ClaimId;
  readonly make: MakeClaim;
  readonly withdrawn: { readonly reason: string } | null;
  readonly superseded: { readonly by: ClaimId; readonly reason: string } | null;
}

/** @throws InvalidInput where it does not fit its predicate, or was changed since its id was made. */
export function readClaim(node: NodeReader, vocabulary: Vocabulary): ClaimRead {
  const make = makeClaim(node);
  const predicate = vocabulary.getPredicate(make.predicate);
  const { id } = claimOf(readProposition(make, predicate), predicate.symmetric);
  if (id !== node.id && node.data['redacted'] !== true) node.refuse('@id', OTHER_CONTENT);
  const withdrawn = node.node('withdrawn');
  const superseded = node.node('superseded');
  return {
    claim: id,
    written: node.id,
    make,
    withdrawn: withdrawn ? { reason: withdrawn.need('reason') } : null,
    superseded: superseded ? { by: node.need('supersededBy'), reason: superseded.need('reason') } : null,
  };
}

function makeClaim(node: NodeReader): MakeClaim {
  const predicate = node.need('predicate');
  if (!predicate.startsWith('p:')) node.refuse('predicate', 'is none of ours: p: and its id are expected');
  const isEntity = '@id' in (node.node('object')?.data ?? {});
  return {
    type: 'MakeClaim',
    subject: node.ids('subject')[0] ?? node.refuse('subject', 'is missing'),
    predicate: predicate.slice(2),
    ...present({
      object: isEntity ? node.ids('object')[0] : undefined,
      value: isEntity ? undefined : node.text('object'),
      unknown: node.word('unknown', ['SOME_VALUE', 'NO_VALUE']),
      validTime: node.text('validTime'),
    }),
    qualifiers: node.nodes('qualifier').map(qualifierOf),
  };
}

const qualifierOf = (node: NodeReader): Qualifier => ({
  name: node.need('qualifierName'),
  ...present({ entity: node.ids('qualifierEntity')[0], value: node.text('qualifierValue') }),
});
