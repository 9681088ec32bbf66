// Logs faults of ours to standard error, under the number that the client got.
import { withoutTokens } from '../../graphql/auth/token-text.js';
import type { IncidentLog } from '../../graphql/errors/error-format.js';
import { inertText } from './inert-text.js';
import type { Surroundings } from './surroundings.js';

export const incidentLog =
  ({ err }: Pick<Surroundings, 'err'>): IncidentLog =>
  (incident, error) => {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    err(`incident ${incident}: ${withoutTokens(indented(what))}`);
  };

/** Further lines stand in, so that none can be taken for another incident; nothing commands the terminal. */
const indented = (text: string): string => inertText(text.replace(/\r?\n/g, '\n    '));
