// Countries by the codes and the English names that data sets give: ISO 3166, and what FollowTheMoney and others have besides.
import countries from 'i18n-iso-countries';
import type { EntityId } from '../../domain/ids.js';
import { entityIdOf } from './entity-key.js';
import type { RecordDraft } from './record-draft.js';

/** What most people call those that the list of ISO 3166 names as an office would. */
const PLAIN: { readonly [code: string]: string } = {
  bn: 'Brunei',
  cn: 'China',
  fm: 'Micronesia',
  gm: 'Gambia',
  ir: 'Iran',
  la: 'Laos',
  md: 'Moldova',
  mk: 'North Macedonia',
  ps: 'Palestine',
  ru: 'Russia',
  sy: 'Syria',
  tw: 'Taiwan',
  tz: 'Tanzania',
  us: 'United States',
  va: 'Vatican City',
};

/** Codes that are not, or no longer, of ISO 3166. */
const OTHERS: { readonly [code: string]: string } = {
  'az-nk': 'Artsakh',
  'cn-xz': 'Tibet',
  cshh: 'Czechoslovakia',
  csxx: 'Serbia and Montenegro',
  'cy-trnc': 'Northern Cyprus',
  dd: 'East Germany',
  eu: 'European Union',
  'gb-nir': 'Northern Ireland',
  'gb-sct': 'Scotland',
  'gb-wls': 'Wales',
  'ge-ab': 'Abkhazia',
  'iq-kr': 'Kurdistan',
  'md-pmr': 'Transnistria',
  'pk-km': 'Kashmir',
  'so-som': 'Somaliland',
  su: 'Soviet Union',
  suhh: 'Soviet Union',
  'ua-cri': 'Crimea',
  'ua-dpr': 'Donetsk',
  'ua-lpr': 'Luhansk',
  yucs: 'Yugoslavia',
};

/** As the list of cyber operations of the Council on Foreign Relations spells some. */
const SPELLINGS: { readonly [name: string]: string } = {
  'iran (islamic republic of)': 'ir',
  "korea (democratic people's republic of)": 'kp',
  'korea (republic of)': 'kr',
  'the philippines': 'ph',
};

const CODE = /^[a-z]{2}([a-z]{2})?(-[a-z0-9]{1,6})?$/;
/** Of no country: FollowTheMoney has it for the whole world. */
const NONE = 'zz';

/** Adds the state of a code, in letters of any case; undefined where it is no code. One that no list has is its own label. */
export function countryOf(code: string, draft: RecordDraft): EntityId | undefined {
  const kept = code.trim().toLowerCase();
  if (!CODE.test(kept) || kept === NONE) return undefined;
  const label = nameOf(kept) ?? kept.toUpperCase();
  return draft.entity({ id: entityIdOf('country', kept), kind: 'STATE', label });
}

function nameOf(code: string): string | undefined {
  const own = [PLAIN, OTHERS].find(names => Object.hasOwn(names, code));
  return own ? own[code] : countries.getName(code, 'en');
}

/** The code of a state that came in by `countryOf`. */
export const codeOf = (id: EntityId): string | undefined => /^entity:country\/([a-z0-9-]+)$/.exec(id)?.[1];

/** The code for an English name; undefined where it is no state's: lists of states hold regions, bodies and branches of trade too. */
export function codeOfStateName(name: string): string | undefined {
  const kept = name.trim();
  const key = kept.toLowerCase();
  if (Object.hasOwn(SPELLINGS, key)) return SPELLINGS[key];
  const plain = Object.keys(PLAIN).find(code => PLAIN[code]?.toLowerCase() === key);
  return plain ?? countries.getAlpha2Code(kept, 'en')?.toLowerCase();
}
