// Looks for a dossier's quotes in the texts they were taken from, where these are at hand.
import type { Quote } from '../../domain/attestation.js';
import type { Command, Relay, SourceRef } from '../../domain/command.js';
import { anchorQuote, type QuoteAnchor } from '../../domain/quote-anchor.js';
import { sourceId } from '../../domain/source.js';
import type { Dossier } from '../../exchange/dossier/dossier.js';
import type { Problem } from '../../exchange/problem.js';
import type { SourceTexts } from '../../graphql/operation/context.js';

const TROUBLES: Readonly<Record<Exclude<QuoteAnchor, 'EXACT'>, string>> = {
  MOVED: 'stands elsewhere in the text: mend paragraph, start and end',
  ORPHANED: 'is not in the text, or more than once: mend the quote, or tell its place',
  UNCHECKED: 'cannot be looked up: the text file is missing',
};

/** Quotes that do not stand in their recorded place. Sources without a text file are left alone. */
export function quoteProblems(file: string, dossier: Dossier, texts: SourceTexts): Problem[] {
  return dossier.entries.flatMap(({ command, line, column, label }) => {
    return saidBy(command).flatMap(({ source, quote }) => {
      const trouble = troubleOf(source, quote, texts);
      return trouble === null ? [] : [{ file, line, column, message: `${label}: ${trouble}.` }];
    });
  });
}

function saidBy(command: Command): readonly Pick<Relay, 'source' | 'quote'>[] {
  if (command.type === 'RestoreAttestations') return command.attestations;
  return command.type === 'AttachSource' ? [command, ...(command.via ?? [])] : [];
}

function troubleOf({ new: source }: SourceRef, quote: Quote | undefined, texts: SourceTexts): string | null {
  if (source?.textFile === undefined || quote === undefined) return null;
  const anchor = anchorQuote(quote, texts.find({ ...source, id: sourceId(source) }));
  return anchor === 'EXACT' ? null : `"${quote.exact}" (${source.textFile}) ${TROUBLES[anchor]}`;
}
