// Known queries, by their text: Apollo has admitted and answered them without an error, so they may be answered without Apollo.
import type { ApolloServerPlugin } from '@apollo/server';
import { OperationTypeNode } from 'graphql';
import type { Admission } from '../operation/admission.js';
import type { RequestContext } from '../operation/context.js';
import { nameOperation } from '../operation/named-operation.js';
import { CompiledRead } from './compiled-read.js';
import { TextBudget } from './written-texts.js';

const MOST_READS = 1000;
const MOST_CHARACTERS = 4_000_000;

export class KnownReads {
  private readonly reads = new Map<string, CompiledRead>();
  private characters = 0;
  private readonly budget = new TextBudget();

  constructor(private readonly admission: Admission) {}

  find(query: string, operationName: string | null | undefined): CompiledRead | undefined {
    return this.reads.get(keyOf(query, operationName));
  }

  /** Learns queries from Apollo's answers. */
  readonly plugin: ApolloServerPlugin<RequestContext> = {
    requestDidStart: () =>
      Promise.resolve({
        willSendResponse: ({ schema, source, document, operation, request, response: { body, http } }) => {
          const isWell = body.kind === 'single' && !body.singleResult.errors && (http.status ?? 200) === 200;
          if (
            isWell &&
            document &&
            operation?.operation === OperationTypeNode.QUERY &&
            source !== undefined
          ) {
            const key = keyOf(source, request.operationName);
            if (!this.reads.has(key)) {
              const named = nameOperation(operation, source);
              this.keep(
                key,
                new CompiledRead(schema, document, operation, this.admission, this.budget, named),
              );
            }
          }
          return Promise.resolve();
        },
      }),
  };

  private keep(key: string, read: CompiledRead): void {
    this.reads.set(key, read);
    this.characters += key.length;
    for (const oldest of this.reads.keys()) {
      if (this.reads.size <= MOST_READS && this.characters <= MOST_CHARACTERS) break;
      this.reads.delete(oldest);
      this.characters -= oldest.length;
    }
  }
}

/** The name's length first: a name may be any text, and must not run into the query. */
const keyOf = (query: string, operationName: string | null | undefined): string =>
  `${operationName?.length ?? 'none'} ${operationName ?? ''}${query}`;
