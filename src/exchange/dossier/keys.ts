// Short keys by which the parts of a dossier name each other, made from what people would call them.
import anyAscii from 'any-ascii';

const LONGEST = 48;
/** Cut between words where there are several. */
const TOO_LONG = new RegExp(`^(.{${LONGEST / 2},${LONGEST}})-.*$|^(.{${LONGEST}}).*$`);
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
/** As keys they would be refused, see `yaml-document.ts`. */
const FORBIDDEN: readonly string[] = ['constructor', 'prototype'];

/** Whether a text can be a key as it is. */
export const isKey = (text: string): boolean =>
  SLUG.test(text) && text.length <= 80 && !FORBIDDEN.includes(text);

export class DossierKeys {
  private readonly keys = new Map<string, string>();
  private readonly taken = new Set<string>(FORBIDDEN);
  /** The next number for keys of one word, so that a thousand namesakes take no million looks. */
  private readonly numbers = new Map<string, number>();

  /** @param what a word for those that have no letters to be named by, such as `source`. */
  constructor(private readonly what: string) {}

  /** The key of a thing; undefined where it was given none. */
  find(id: string): string | undefined {
    return this.keys.get(id);
  }

  /** Gives a thing the key that it is to have, which must be free. */
  reserve(id: string, key: string): void {
    this.keys.set(id, key);
    this.taken.add(key);
  }

  /** The key of a thing, made from what it is called the first time it is asked for. */
  keyOf(id: string, called: string): string {
    const known = this.keys.get(id);
    if (known !== undefined) return known;
    const key = this.free(slugOf(called) || this.what);
    this.reserve(id, key);
    return key;
  }

  private free(slug: string): string {
    if (!this.taken.has(slug)) return slug;
    let number = this.numbers.get(slug) ?? 2;
    while (this.taken.has(`${slug}-${number}`)) number += 1;
    this.numbers.set(slug, number + 1);
    return `${slug}-${number}`;
  }
}

/** Letters of any script in Latin ones, in lower case, joined by hyphens; empty where nothing is left. */
const slugOf = (text: string): string =>
  anyAscii(text.normalize('NFC').slice(0, 4 * LONGEST))
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .replace(TOO_LONG, '$1$2')
    .replace(/-$/, '');
