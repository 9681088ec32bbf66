// States by the English names that people write into data sets, as the code of ISO 3166 that other data sets give.
import countries from 'i18n-iso-countries';

/** As the list of cyber operations of the Council on Foreign Relations spells some. */
const OTHERS: { readonly [name: string]: string } = {
  'iran (islamic republic of)': 'IR',
  "korea (democratic people's republic of)": 'KP',
  'korea (republic of)': 'KR',
  'the philippines': 'PH',
  brunei: 'BN',
  laos: 'LA',
  moldova: 'MD',
  syria: 'SY',
};

/** The code, or undefined where the name is no state's: regions, bodies and branches of trade stand beside states there. */
export function codeOfStateName(name: string): string | undefined {
  const key = name.trim().toLowerCase();
  return Object.hasOwn(OTHERS, key) ? OTHERS[key] : countries.getAlpha2Code(name.trim(), 'en');
}
