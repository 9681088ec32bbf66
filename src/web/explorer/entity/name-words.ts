// The names of an entity in words: in which language and script, and what sort of spelling each is.
import type { EntityHeadFragment, NameKind } from '../api/documents.js';

export type ShownName = EntityHeadFragment['names'][number];

export const NAME_KIND: Readonly<Record<NameKind, string>> = {
  PRIMARY: 'the name it is shown by',
  ALIAS: 'other name',
  TRANSLITERATION: 'transliteration',
  FORMER: 'former name',
  ACRONYM: 'short form',
};

/** `Korean · Hangul`, `Chinese · Simplified Han`; a tag that nobody knows stays as it is. */
export function languageWords({ language, script }: Pick<ShownName, 'language' | 'script'>): string {
  const words = [inWords('language', language), inWords('script', script)];
  return words.filter(Boolean).join(' · ');
}

function inWords(type: 'language' | 'script', code: string | null): string {
  if (code === null) return '';
  try {
    return new Intl.DisplayNames('en', { type, fallback: 'code' }).of(code) ?? code;
  } catch {
    // No such tag: what was recorded is shown.
    return code;
  }
}

/** Its spellings in other scripts than the one it is shown by; none where no script is recorded. */
export function otherScripts(names: readonly ShownName[]): readonly ShownName[] {
  const own = names.find(({ kind }) => kind === 'PRIMARY')?.script ?? 'Latn';
  return names.filter(({ script }) => script !== null && script !== own);
}

/** An address as people know it: `wikidata.org · Q423`. */
export function addressWords(address: string): string {
  const { hostname, pathname } = new URL(address);
  const last = pathname.split('/').filter(Boolean).at(-1);
  const site = hostname.replace(/^www\./, '');
  return last === undefined ? site : `${site} · ${readable(last)}`;
}

function readable(part: string): string {
  try {
    return decodeURIComponent(part).replaceAll('_', ' ');
  } catch {
    return part;
  }
}
