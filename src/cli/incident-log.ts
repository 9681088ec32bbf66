// Where faults of ours go: standard error, under the number that the client was told.
import { withoutTokens } from '../graphql/auth-token-text.js';
import type { IncidentLog } from '../graphql/error-format.js';
import type { Surroundings } from './surroundings.js';

export const incidentLog =
  ({ err }: Pick<Surroundings, 'err'>): IncidentLog =>
  (incident, error) => {
    const what = error instanceof Error ? (error.stack ?? error.message) : String(error);
    err(`incident ${incident}: ${withoutTokens(indented(what))}`);
  };

/** Further lines stand in, so that none can be taken for another incident; nothing commands the terminal. */
const indented = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- naming control characters is the point
  text.replace(/\r?\n/g, '\n    ').replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/g, '?');
