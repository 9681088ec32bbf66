// `hearsay attach`: attaches a source to a claim, or shows with --preview what would come of it.
import { InvalidInput } from '../../domain/refusal.js';
import { ATTACH_SOURCE, type AttachPayload, type SupportShown } from './attach-operation.js';
import { attachInput, type AttachOptions } from './attach-input.js';
import { withApi } from '../open/open-api.js';
import type { Surroundings } from '../terminal/surroundings.js';

/** Prints what came of it. 1 where it was refused. */
export async function attach(options: AttachOptions, from: Surroundings): Promise<number> {
  const input = attachInput(options);
  const answer = await withApi(options, from, ask => ask({ query: ATTACH_SOURCE, variables: { input } }));
  const payload = answer.data?.['attachSource'] as AttachPayload | undefined;
  if (options.json) from.out(JSON.stringify(payload ?? { errors: answer.errors ?? [] }));
  const problems = payload?.userErrors.map(({ message, code }) => `${message} [${code}]`) ?? [
    ...(answer.errors ?? []).map(({ message, extensions }) => `${message} [${String(extensions?.['code'])}]`),
  ];
  for (const problem of problems) from.err(`${from.alarm('hearsay:')} ${problem}`);
  if (problems.length > 0) return 1;
  if (!payload) throw new InvalidInput('The server answered nothing: is this the address of a Hearsay API?');
  if (!options.json) print(payload, from);
  return 0;
}

function print(payload: AttachPayload, { out }: Surroundings): void {
  const { outcome, claim, attestation, supportBefore, supportAfter, newContradictions } = payload;
  out(`${outcome ?? ''}: ${claim?.sentence ?? ''} [${claim?.status ?? ''}]`);
  if (attestation) out(`Attestation  ${attestation.id}`);
  out(`Before       ${supportText(supportBefore)}`);
  out(`After        ${supportText(supportAfter)}`);
  for (const { kind, explained } of newContradictions) out(`${kind}: ${explained}`);
}

const supportText = (support: SupportShown | null): string =>
  support === null
    ? 'nothing'
    : `attestations ${support.attestations}, origins ${support.origins}, independent ${support.independent} ` +
      `(${support.independence}), denials ${support.denials}, certainty ${support.certainty ?? 'none'}`;
