// A claim in plain words, from its predicate's template: the only wording a claim has of its own.
import type { Claim, Value } from './claim.js';
import type { EntityId } from './ids.js';
import type { Predicate } from './vocabulary.js';

/** Fills the template: `{name}` is replaced, a part in square brackets drops out where one of its names is missing. */
export function sentenceOf(claim: Claim, predicate: Predicate, labelOf: (id: EntityId) => string): string {
  const words = new Map<string, string>([['subject', labelOf(claim.subject)]]);
  words.set('object', claim.object !== undefined ? labelOf(claim.object) : valueText(claim.value));
  for (const name of new Set(claim.qualifiers.map(qualifier => qualifier.name))) {
    words.set(
      name,
      listed(claim.qualifiers.filter(q => q.name === name).map(q => q.value ?? labelOf(q.entity ?? ''))),
    );
  }
  const fill = (template: string): string | null => {
    let whole = true;
    const text = template.replace(/\{(\w+)\}/g, (_, name: string) => {
      whole &&= words.has(name);
      return words.get(name) ?? '…';
    });
    return whole ? text : null;
  };
  const kept = predicate.sentence.replace(/\[([^\]]*)\]/g, (_, part: string) =>
    fill(part) === null ? '' : part,
  );
  const text = fill(kept) ?? `${words.get('subject')} ${predicate.label} ${words.get('object')}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function valueText(value: Value | undefined): string {
  if (value === undefined || value.type === 'NO_VALUE') return 'nothing';
  if (value.type === 'SOME_VALUE') return value.redacted ?? 'something not named';
  return value.type === 'DURATION' ? durationText(value.text) : value.text;
}

const UNITS = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'];

/** `P1DT12H` as “1 day and 12 hours”. */
function durationText(iso: string): string {
  const [, ...counts] =
    /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(iso) ?? [];
  const parts = counts.map((count, index) => `${count} ${UNITS[index]}${count === '1' ? '' : 's'}`);
  return counts.length === 0 ? iso : listed(parts.filter((_, index) => counts[index] !== undefined));
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
