// From the options of `hearsay attach` to the input of the mutation.
import { InvalidInput } from '../../domain/refusal.js';
import type { ApiOptions } from '../open/open-api.js';

export interface AttachOptions extends ApiOptions {
  readonly claim: string;
  /** Id of a known source. */
  readonly source?: string;
  /** Address of a source; with `kind` it may be a new one. */
  readonly url?: string;
  readonly kind?: string;
  readonly title?: string;
  readonly published?: string;
  readonly party?: string;
  readonly describedAs?: string;
  readonly denies?: boolean;
  readonly certainty?: string;
  readonly wording?: string;
  readonly quote?: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly paragraph?: number;
  readonly own?: boolean;
  /** Each a source's id, its address, or a RelayInput as JSON. */
  readonly via?: readonly string[];
  readonly credibility?: string;
  readonly key?: string;
  readonly preview?: boolean;
  readonly json?: boolean;
}

type Input = Readonly<Record<string, unknown>>;

/** The AttachSourceInput. What was left out stays out, so that the API's defaults count. */
export function attachInput(options: AttachOptions): Input {
  const { claim, wording, certainty, credibility, own, preview, via } = options;
  return present({
    claim,
    source: sourceRef(options),
    polarity: options.denies ? 'DENIES' : undefined,
    certainty,
    wording,
    quote: quoteInput(options),
    own,
    via: via?.map(relayInput),
    credibility,
    idempotencyKey: options.key,
    preview,
  });
}

function sourceRef({ source, url, kind, title, published, party, describedAs }: AttachOptions): Input {
  if (source !== undefined) return { id: source };
  if (kind !== undefined) {
    return {
      new: present({ kind, title, url, publishedAt: published, party, partyDescribedAs: describedAs }),
    };
  }
  if (url !== undefined) return { url };
  throw new InvalidInput(
    'Which source? Give a known one with --source or --url, or describe a new one with --kind.',
  );
}

function quoteInput({ quote, prefix, suffix, paragraph }: AttachOptions): Input | undefined {
  if (quote !== undefined) return present({ exact: quote, prefix, suffix, paragraph });
  if (prefix === undefined && suffix === undefined && paragraph === undefined) return undefined;
  throw new InvalidInput(
    '--prefix, --suffix and --paragraph tell where a quote stands: give it with --quote.',
  );
}

function relayInput(text: string): unknown {
  if (!text.startsWith('{')) return { source: /^https?:/i.test(text) ? { url: text } : { id: text } };
  try {
    return JSON.parse(text);
  } catch {
    throw new InvalidInput(
      `--via ${text.slice(0, 80)} is no JSON: give a source's id, its address, or a RelayInput.`,
    );
  }
}

const present = (members: Input): Input =>
  Object.fromEntries(Object.entries(members).filter(([, member]) => member !== undefined));
