// Where faults of ours go: standard error, under the number that the client was told.
import type { IncidentLog } from '../graphql/error-format.js';
import type { Surroundings } from './surroundings.js';

export const incidentLog =
  ({ err }: Pick<Surroundings, 'err'>): IncidentLog =>
  (incident, error) =>
    err(`incident ${incident}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
