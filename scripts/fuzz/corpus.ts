// What cases are made from: the fixed corpus, the ready examples, and what is in the ledger that is asked.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findOperation, operationNames } from '../../src/graphql/operations.js';
import type { Ledger } from '../../src/journal/ledger.js';

export const CORPUS = 'tests/fixtures/fuzz-corpus';
const DOCUMENTS = join(CORPUS, 'documents');
const EXAMPLES = 'schema/examples.graphql';

export interface Question {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Texts that have hurt programs before. */
export const readNastyTexts = (): readonly string[] =>
  JSON.parse(readFileSync(join(CORPUS, 'texts.json'), 'utf8')) as string[];

/** The corpus's documents with their variables, then the ready examples. `@claim` and the like stand for what a ledger holds. */
export function readQuestions(ledger: Ledger): readonly Question[] {
  const own = readdirSync(DOCUMENTS)
    .filter(name => name.endsWith('.graphql'))
    .sort()
    .map(name => ({
      query: readFileSync(join(DOCUMENTS, name), 'utf8'),
      variables: readVariables(join(DOCUMENTS, name.replace('.graphql', '.json')), ledger),
    }));
  const text = readFileSync(EXAMPLES, 'utf8');
  const examples = operationNames(text, EXAMPLES).map(name => ({
    query: findOperation(text, EXAMPLES, name) ?? '',
    variables: {},
  }));
  return [...own, ...examples];
}

/** Ids that are known in a ledger, some of each sort: so that cases get past the first question. */
export function knownIds({ graph }: Ledger): readonly string[] {
  const claims = [...graph.claims()].slice(0, 20);
  const entities = [...graph.entities()].slice(0, 20);
  const attestations = claims.flatMap(({ claim }) => graph.attestationsOf(claim.id)).slice(0, 20);
  return [
    ...claims.map(({ claim }) => claim.id),
    ...entities.map(({ entity }) => entity.id),
    ...attestations.flatMap(({ attestation }) => [attestation.id, attestation.source]),
  ];
}

function readVariables(file: string, ledger: Ledger): Question['variables'] {
  if (!existsSync(file)) return {};
  const stand = standIns(ledger);
  const text = readFileSync(file, 'utf8').replace(/@(\w+)/g, (_, name: string) => stand[name] ?? '');
  return JSON.parse(text) as Question['variables'];
}

function standIns({ graph }: Ledger): Readonly<Record<string, string>> {
  const claims = [...graph.claims()].filter(({ claim }) => graph.attestationsOf(claim.id).length > 0);
  const [one, other, third] = claims;
  const attestations = claims.map(({ claim }) => graph.attestationsOf(claim.id)[0]);
  return {
    claim: one?.claim.id ?? '',
    otherClaim: other?.claim.id ?? '',
    thirdClaim: third?.claim.id ?? '',
    thirdAttestation: attestations[2]?.attestation.id ?? '',
    attestation: attestations[0]?.attestation.id ?? '',
    source: attestations[0]?.attestation.source ?? '',
    otherSource: attestations[1]?.attestation.source ?? '',
  };
}
