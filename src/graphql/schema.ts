// Builds the schema from all types, fields and resolvers, and prints it.
import 'reflect-metadata';
import { createPubSub } from '@graphql-yoga/subscription';
import { GraphQLInputObjectType, printSchema, type GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { AttestationFields, SourceFields } from './fields/attestation-fields.js';
import { ClaimFields } from './fields/claim-fields.js';
import { ClaimListFields } from './fields/claim-list-fields.js';
import { EntityFields, NameFields } from './fields/entity-fields.js';
import { IdentityFields } from './fields/identity-fields.js';
import { AdminMutations } from './resolvers/admin-mutations.js';
import { AttestationMutations } from './resolvers/attestation-mutations.js';
import { CallerQuery } from './resolvers/caller-query.js';
import { ClaimChangedSubscription } from './resolvers/claim-changed.js';
import { ClaimMutations } from './resolvers/claim-mutations.js';
import { ClaimQueries } from './resolvers/claim-queries.js';
import { DossierMutations } from './resolvers/dossier-mutations.js';
import { EntityMutations } from './resolvers/entity-mutations.js';
import { EntityQueries } from './resolvers/entity-queries.js';
import { EvidenceQueries } from './resolvers/evidence-queries.js';
import { ImportMutations } from './resolvers/import-mutations.js';
import { IdentityQueries } from './resolvers/identity-queries.js';
import { JournalQueries } from './resolvers/journal-queries.js';
import { NodeQueries } from './resolvers/node-queries.js';
import { TextQueries } from './resolvers/text-queries.js';
import { WalkQueries } from './resolvers/walk-queries.js';
import { cutLists } from './lists/cut-lists.js';
import { makeFair } from './operation/fair-fields.js';
import { callDirectly } from './compiled/direct-calls.js';
import { ENTITY_TYPES } from './types/entity.js';

/** Resolvers expect a `RequestContext`. */
export async function buildHearsaySchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [
      NodeQueries,
      EntityQueries,
      ClaimQueries,
      WalkQueries,
      EvidenceQueries,
      IdentityQueries,
      TextQueries,
      JournalQueries,
      CallerQuery,
      EntityMutations,
      ClaimMutations,
      AttestationMutations,
      DossierMutations,
      ImportMutations,
      AdminMutations,
      ClaimChangedSubscription,
      EntityFields,
      NameFields,
      IdentityFields,
      SourceFields,
      ClaimFields,
      ClaimListFields,
      AttestationFields,
    ],
    orphanedTypes: [...ENTITY_TYPES],
    // The domain checks what comes in.
    validate: false,
    // Asked for wherever there is a subscription; ours brings its own source.
    pubSub: createPubSub(),
  });
  describeRoots(schema);
  makeOneOf(schema, 'SourceRef');
  makeOneOf(schema, 'ImportCommandInput');
  callDirectly(schema);
  cutLists(schema);
  makeFair(schema);
  return schema;
}

/** The schema in GraphQL's schema language, as kept in `schema/schema.graphql`. */
export const printHearsaySchema = async (): Promise<string> => {
  const head = '# Emitted by `npm run schema`: change the code, not this file.\n\n';
  return `${head}${printSchema(await buildHearsaySchema())}\n`;
};

function describeRoots(schema: GraphQLSchema): void {
  const roots = [
    [schema.getQueryType(), 'Questions. None changes anything.'],
    [
      schema.getMutationType(),
      'What can be recorded. Nothing recorded is ever deleted. Where tokens are asked for, these demand the scope `write`, some `admin`.',
    ],
    [schema.getSubscriptionType(), 'What can be followed as it happens, by WebSocket.'],
  ] as const;
  for (const [type, description] of roots) if (type) type.description = description;
}

// type-graphql has no word for it; graphql-js enforces it in documents and in variables.
function makeOneOf(schema: GraphQLSchema, name: string): void {
  const type = schema.getType(name);
  if (!(type instanceof GraphQLInputObjectType)) throw new Error(`${name} is no input type`);
  type.isOneOf = true;
}
