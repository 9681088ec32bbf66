// The records of entities, claims, sources and texts without the words that were redacted.
import type { Claim } from '../../domain/claim.js';
import type { Entity } from '../../domain/entity.js';
import type { TextVersion } from '../../domain/kept-text.js';
import { isRedactedText } from '../../domain/redaction.js';
import type { Source } from '../../domain/source.js';

const isGone = (text: string | undefined): boolean => text !== undefined && isRedactedText(text);

/** The claim itself where its value is there. */
export function claimWithoutRedacted(claim: Claim): Claim {
  const { value } = claim;
  if (value === undefined || !('text' in value) || !isGone(value.text)) return claim;
  return { ...claim, value: { type: 'SOME_VALUE', redacted: value.text } };
}

/** The entity itself where all its pages are there. */
export const entityWithoutRedacted = (entity: Entity): Entity =>
  entity.sameAs.some(isGone) ? { ...entity, sameAs: entity.sameAs.filter(page => !isGone(page)) } : entity;

/** The source itself where its address and the name of its text file are there. */
export function sourceWithoutRedacted(source: Source): Source {
  const { url, textFile, ...rest } = source;
  if (!isGone(url) && !isGone(textFile)) return source;
  return {
    ...rest,
    ...(url === undefined || isGone(url) ? {} : { url }),
    ...(textFile === undefined || isGone(textFile) ? {} : { textFile }),
  };
}

/** The version itself where its address is there. */
export function textWithoutRedacted(version: TextVersion): TextVersion {
  const { url, ...rest } = version;
  return isGone(url) ? rest : version;
}
