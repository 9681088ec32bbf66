// The way of imported records into a running server: its `importRecords`, with as many at once as a request may hold.
import type { Command } from '../../domain/command.js';
import { InvalidInput } from '../../domain/refusal.js';
import type { ImportNews } from '../../exchange/import/import-news.js';
import type { ImportSink, ImportOutcome } from '../../exchange/import/run-import.js';
import { itemsIn } from '../../graphql/operation/given-items.js';
import type { Ask } from '../../graphql/local-api.js';

/** Half of what a server takes unless it is told otherwise: the rest is room for the escapes of JSON in JSON. */
const MOST_BYTES = 500_000;
const MOST_COMMANDS = 2000;
/** Items of lists, in whatever is sent: more would cost more than a request may, unless the server is told otherwise. */
const MOST_ITEMS = 10_000;

const IMPORT = `mutation Import($records: [ImportRecordInput!]!) {
  importRecords(records: $records) {
    records { isNew entities claims sources attestations names unkept refusal { message } }
    userErrors { message }
  }
}`;

interface Answer {
  readonly records: readonly (ImportNews & { readonly refusal: { readonly message: string } | null })[];
  readonly userErrors: readonly { readonly message: string }[];
}

/** Records carry the name of the caller's token: who they are is for the server to say. */
export const serverSink = (ask: Ask): ImportSink => ({
  take: async records => {
    const outcomes: ImportOutcome[] = [];
    for (const group of groupsOf(records.map(commands => ({ commands: commands.map(inputOf) })))) {
      outcomes.push(...(await send(group, ask)));
    }
    return outcomes;
  },
});

interface ImportRecord {
  readonly commands: readonly object[];
}

async function send(records: readonly ImportRecord[], ask: Ask): Promise<readonly ImportOutcome[]> {
  const { data, errors } = await ask({ query: IMPORT, variables: { records } });
  const answer = data?.['importRecords'] as Answer | null | undefined;
  const [problem] = [...(errors ?? []), ...(answer?.userErrors ?? [])];
  if (problem || !answer) {
    const why = problem?.message ?? 'The server answers something else than what it was asked.';
    throw new InvalidInput(`${why} What went in so far stays: import again once this is mended.`);
  }
  return answer.records.map(({ refusal, ...news }) =>
    refusal ? { news: null, refusal: refusal.message } : { news, refusal: null },
  );
}

function* groupsOf(records: readonly ImportRecord[]): Iterable<readonly ImportRecord[]> {
  let group: ImportRecord[] = [];
  let [bytes, commands, items] = [0, 0, 0];
  for (const record of records) {
    const size = Buffer.byteLength(JSON.stringify(record));
    // The server counts a record without any command too.
    const more = Math.max(1, record.commands.length);
    const within = 1 + itemsIn(record);
    const isFull =
      bytes + size > MOST_BYTES || commands + more > MOST_COMMANDS || items + within > MOST_ITEMS;
    if (group.length > 0 && isFull) {
      yield group;
      [group, bytes, commands, items] = [[], 0, 0, 0];
    }
    group.push(record);
    bytes += size;
    commands += more;
    items += within;
  }
  if (group.length > 0) yield group;
}

/** As the API takes it: `{ makeClaim: … }`. */
function inputOf({ type, ...input }: Command): object {
  return { [`${type.charAt(0).toLowerCase()}${type.slice(1)}`]: withoutFound(input) };
}

/** What a server finds out by itself, from the texts it has. */
const FOUND: ReadonlySet<string> = new Set(['textFile', 'start', 'end', 'textHash']);

function withoutFound(input: unknown): unknown {
  if (Array.isArray(input)) return input.map(withoutFound);
  if (input === null || typeof input !== 'object') return input;
  const members = Object.entries(input).filter(([name]) => !FOUND.has(name));
  return Object.fromEntries(members.map(([name, member]) => [name, withoutFound(member)]));
}
