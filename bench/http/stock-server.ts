// Yardstick: our schema as type-graphql makes it unless told otherwise, served by Apollo Server as it comes.
import 'reflect-metadata';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import type { RequestContext } from '../../src/graphql/operation/context.js';
import { buildHearsaySchema } from '../../src/graphql/schema.js';
import { openWorld, tell } from './yardstick.js';

/** Type-graphql keeps here what its decorators noted, and has no public way to it. */
interface Noted {
  readonly TypeGraphQLMetadataStorage: { readonly fields: { simple?: boolean }[] };
}

const ledger = await openWorld();
// Ours are read like plain properties; by default each is called through a resolver.
for (const field of (globalThis as unknown as Noted).TypeGraphQLMetadataStorage.fields) delete field.simple;
const apollo = new ApolloServer<RequestContext>({ schema: await buildHearsaySchema() });
const { url } = await startStandaloneServer(apollo, {
  listen: { port: 0, host: '127.0.0.1' },
  context: () => Promise.resolve({ ledger, by: 'bench', scope: 'admin' }),
});
tell(Number(new URL(url).port));
