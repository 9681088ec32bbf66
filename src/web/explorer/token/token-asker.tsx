// Asks for a token once the server answers that it needs one, and has everything asked anew with it. It is kept nowhere but in memory.
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactElement } from 'react';
import { ApiProblem, keepToken } from '../api/ask.js';
import { useChanges } from '../api/use-changes.js';
import { TokenDialog } from './token-dialog.js';

export function TokenAsker(): ReactElement {
  const answers = useQueryClient();
  const [problem, setProblem] = useState<string | null>(null);
  const [given, setGiven] = useState(0);
  useEffect(() => whenUnnamed(answers, setProblem), [answers]);
  const use = (token: string): void => {
    keepToken(token);
    setGiven(count => count + 1);
    setProblem(null);
    void answers.invalidateQueries();
  };
  return (
    <>
      <Changes key={given} />
      {problem !== null && (
        <TokenDialog why={given === 0 ? null : problem} onToken={use} onClose={() => setProblem(null)} />
      )}
    </>
  );
}

/** Follows what others record; a new token needs a new connection. */
function Changes(): null {
  useChanges();
  return null;
}

/** Hears of every question and change that was refused for want of a token. */
function whenUnnamed(answers: QueryClient, heard: (message: string) => void): () => void {
  const look = (error: unknown): void => {
    if (error instanceof ApiProblem && error.code === 'UNAUTHENTICATED') heard(error.message);
  };
  const stops = [
    answers.getQueryCache().subscribe(event => {
      if (event.type === 'updated' && event.action.type === 'error') look(event.action.error);
    }),
    answers.getMutationCache().subscribe(event => {
      if (event.type === 'updated' && event.action.type === 'error') look(event.action.error);
    }),
  ];
  return () => stops.forEach(stop => stop());
}
