// Checks a quote of a command. Its words are kept to the letter, because their position in the text is counted.
import type { Quote } from '../../domain/attestation.js';
import { InvalidInput } from '../../domain/refusal.js';
import { checkText } from '../../domain/text.js';

/** @throws InvalidInput for an empty quote, a place that cannot be, or a length that does not fit it. */
export function readQuote(quote: Quote): Quote {
  const { exact, prefix, suffix, paragraph, start, end, textHash } = quote;
  checkText(exact, 'quote', ['quote', 'exact']);
  for (const [name, text] of Object.entries({ prefix, suffix })) {
    if (text !== undefined && text !== '') checkText(text, 'quote', ['quote', name]);
  }
  const places = { paragraph, start, end };
  for (const [name, place] of Object.entries(places)) {
    const least = name === 'paragraph' ? 1 : 0;
    if (place === undefined || (Number.isInteger(place) && place >= least)) continue;
    throw new InvalidInput(`\`${name}\` is ${place}: give a whole number from ${least}.`, {
      field: ['quote', name],
    });
  }
  if (
    (start === undefined) !== (end === undefined) ||
    (start !== undefined && end !== start + exact.length)
  ) {
    throw new InvalidInput('`start` and `end` must be as far apart as the quote is long.', {
      field: ['quote', 'end'],
    });
  }
  if (textHash !== undefined && !/^[0-9a-f]{64}$/.test(textHash)) {
    throw new InvalidInput('`textHash` is no SHA-256 in hex.', { field: ['quote', 'textHash'] });
  }
  return JSON.parse(JSON.stringify({ exact, prefix, suffix, paragraph, start, end, textHash })) as Quote;
}
