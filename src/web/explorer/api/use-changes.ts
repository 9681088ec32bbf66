// Hears of what others record while the page is open, and has what is shown asked anew.
import { useQueryClient } from '@tanstack/react-query';
import { createClient } from 'graphql-ws';
import { useEffect } from 'react';
import { authorization, textOf } from './ask.js';
import { ChangesDocument } from './documents.js';

/** An import changes many claims at once: one question later is enough. */
const GATHER_MS = 400;

export function useChanges(): void {
  const answers = useQueryClient();
  useEffect(() => {
    const socket = createClient({
      url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
      connectionParams: () => {
        const bearer = authorization();
        return bearer === null ? {} : { authorization: bearer };
      },
      retryAttempts: 5,
    });
    let gathering: ReturnType<typeof setTimeout> | undefined;
    const stop = socket.subscribe(
      { query: textOf(ChangesDocument) },
      {
        next: () => {
          gathering ??= setTimeout(() => {
            gathering = undefined;
            void answers.invalidateQueries();
          }, GATHER_MS);
        },
        // Without it the page shows what it was answered; whatever is asked next says what is wrong.
        error: () => undefined,
        complete: () => undefined,
      },
    );
    return () => {
      clearTimeout(gathering);
      stop();
      void socket.dispose();
    };
  }, [answers]);
}
