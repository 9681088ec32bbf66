// Identifiers and links of Popolo's records: those that are the entity's page elsewhere, and the others.
import { readUrl } from '../../domain/text.js';
import { type JsonObject } from '../../domain/json.js';
import { textOf } from './popolo-members.js';

/** Addresses of well-known registers, by the schemes that data sets write. */
const REGISTERS: { readonly [scheme: string]: readonly [form: RegExp, address: string] } = {
  wikidata: [/^Q\d{1,12}$/, 'http://www.wikidata.org/entity/'],
  viaf: [/^\d{1,25}$/, 'https://viaf.org/viaf/'],
  gnd: [/^[\dX-]{1,15}$/, 'https://d-nb.info/gnd/'],
  isni: [/^\d{15}[\dX]$/, 'https://isni.org/isni/'],
  geonames: [/^\d{1,12}$/, 'https://sws.geonames.org/'],
};

/** The page that an identifier or a link means, if it means one. */
export function pageOf(one: JsonObject): string | undefined {
  const [identifier, scheme = ''] = [textOf(one, 'identifier'), textOf(one, 'scheme')?.toLowerCase()];
  if (identifier !== undefined) {
    const register = Object.hasOwn(REGISTERS, scheme) ? REGISTERS[scheme] : undefined;
    const compact = identifier.replaceAll(' ', '');
    return register?.[0].test(compact) ? register[1] + compact : address(identifier);
  }
  const url = address(textOf(one, 'url') ?? '');
  return url !== undefined && ABOUT.test(new URL(url).hostname) ? url : undefined;
}

/** Links elsewhere are documents that mention the entity, not pages that stand for it. */
const ABOUT = /(^|\.)(wikipedia|wikidata)\.org$/;

export function address(text: string): string | undefined {
  try {
    return readUrl(text, ['url']);
  } catch {
    return undefined;
  }
}
