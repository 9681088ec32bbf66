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
  return fill(kept) ?? `${words.get('subject')} ${predicate.label} ${words.get('object')}`;
}

function valueText(value: Value | undefined): string {
  if (value === undefined || value.type === 'NO_VALUE') return 'nothing';
  return value.type === 'SOME_VALUE' ? 'something not named' : value.text;
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
