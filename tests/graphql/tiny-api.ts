// The API on the tiny world, in memory: asks it as clients do, with the error envelope of the real door.
import { askLedger } from '../../src/graphql/local-api.js';
import type { SourceTexts } from '../../src/graphql/operation/context.js';
import { Ledger } from '../../src/journal/ledger.js';
import { openMemoryJournal } from '../../src/journal/stored/memory-journal.js';
import { memoryTexts } from '../../src/journal/texts/memory-texts.js';
import { tinyWorld, type TinyWorld } from '../fixtures/tiny-world.js';

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers are as varied as questions */
export type Data = Record<string, any>;

export interface TinyApi extends TinyWorld {
  readonly ledger: Ledger;
  /** The data of an answer; errors fail the test. */
  readonly ask: (query: string, variables?: object) => Promise<Data>;
  /** The codes of an answer's errors; an answer without any fails the test. */
  readonly refuses: (query: string, variables?: object) => Promise<readonly string[]>;
  /** The messages of an answer's errors. */
  readonly complaints: (query: string, variables?: object) => Promise<readonly string[]>;
}

export async function openTinyApi(texts?: SourceTexts): Promise<TinyApi> {
  const tiny = tinyWorld();
  const now = Date.UTC(2026, 0, 2);
  const journal = openMemoryJournal(tiny.world.events);
  const ledger = await Ledger.open({
    journal,
    vocabulary: tiny.world.vocabulary,
    clock: () => now,
    texts: memoryTexts(),
  });
  const answer = await askLedger({ ledger, by: 'Tess', ...(texts ? { texts } : {}) }, (_, error) => {
    throw error;
  });
  const errorsOf = async (query: string, variables: object = {}) => {
    const { errors = [] } = await answer({ query, variables: { ...variables } });
    if (errors.length === 0) throw new Error('it was answered without errors');
    return errors;
  };
  return {
    ...tiny,
    ledger,
    ask: async (query, variables = {}) => {
      const { data, errors } = await answer({ query, variables: { ...variables } });
      if (errors) throw new Error(errors.map(({ message }) => message).join('\n'));
      return { ...data };
    },
    refuses: async (query, variables) =>
      (await errorsOf(query, variables)).map(({ extensions }) => String(extensions?.['code'])),
    complaints: async (query, variables) => (await errorsOf(query, variables)).map(({ message }) => message),
  };
}
