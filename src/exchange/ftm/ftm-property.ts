// What the properties of FollowTheMoney's things mean here. What is not named is kept as `has_property` under its own name.
import type { NameKind } from '../../domain/entity.js';

export type PropertyMeaning =
  | { readonly is: 'NAME'; readonly kind: NameKind }
  | { readonly is: 'VALUE'; readonly predicate: string }
  | { readonly is: 'IDENTIFIER' }
  | { readonly is: 'CONTACT' }
  | { readonly is: 'COUNTRY'; readonly predicate: string }
  /** Its page elsewhere. */
  | { readonly is: 'PAGE' }
  | { readonly is: 'REFERENCE'; readonly predicate: string; readonly turned?: boolean }
  /** Says where the record comes from. */
  | { readonly is: 'SOURCE' }
  /** What software keeps for itself. */
  | { readonly is: 'BOOKKEEPING' };

const NAMES: { readonly [property: string]: NameKind } = {
  name: 'ALIAS',
  full: 'ALIAS',
  alias: 'ALIAS',
  weakAlias: 'ALIAS',
  previousName: 'FORMER',
  abbreviation: 'ACRONYM',
};

const VALUES: { readonly [property: string]: string } = {
  birthDate: 'born_on',
  deathDate: 'died_on',
  incorporationDate: 'founded_on',
  dissolutionDate: 'dissolved_on',
  gender: 'has_gender',
};

const COUNTRIES: { readonly [property: string]: string } = {
  nationality: 'citizen_of',
  citizenship: 'citizen_of',
  country: 'has_country',
  jurisdiction: 'has_country',
  mainCountry: 'has_country',
  birthCountry: 'has_country',
  flag: 'has_country',
  pastFlags: 'has_country',
};

/** `turned`: the claim goes from the other to this one. Without a predicate that joins the two, it is `related_to`. */
const REFERENCES: { readonly [property: string]: { readonly predicate: string; readonly turned?: boolean } } =
  {
    addressEntity: { predicate: 'has_address' },
    parent: { predicate: 'part_of' },
    organization: { predicate: 'role_in' },
    holder: { predicate: 'asset_owned_by' },
    owner: { predicate: 'asset_owned_by' },
    organizer: { predicate: 'carries_out', turned: true },
    involved: { predicate: 'takes_part_in', turned: true },
  };

const OTHER_REFERENCES =
  'author authority bank endLocation entity issuer onBehalfOf operator project startLocation tenderers vehicle callForTenders contract contractHolder declarant payerAccount beneficiaryAccount bankAccount bankRub bankForeign transport';

const IDENTIFIERS =
  'accountNumber bvdId cadastralCode cageCode callId callSign caseNumber cikCode coatoCode crsNumber dunsCode figiCode fnsCode giiNumber googlePlaceId iban ibcRuc icaoCode icijId idNumber imoNumber innCode ipoCode irsCode isin isinCode jibCode kppCode leiCode licenseNumber mbsCode mmsi npiCode ogrnCode okpoCode osmId passportNumber permId pfrNumber projectId publicKey registrationNumber ricCode serialNumber socialSecurityNumber swiftBic bic taxNumber ticker titleNumber uniqueEntityId vatCode voenCode';

const CONTACTS = 'address email phone website';
const PAGES = 'wikidataId wikipediaUrl opencorporatesUrl';
const SOURCES = 'proof publisher sourceUrl';
const BOOKKEEPING =
  'alephUrl createdAt indexText modifiedAt publisherUrl retrievedAt namesMentioned detectedCountry detectedLanguage peopleMentioned companiesMentioned ibanMentioned ipMentioned locationMentioned phoneMentioned emailMentioned';

/** What each property means that means something of its own; made once for an importer. */
export function propertyMeanings(): ReadonlyMap<string, PropertyMeaning> {
  const words = (text: string, meaning: PropertyMeaning): [string, PropertyMeaning][] =>
    text.split(' ').map(property => [property, meaning]);
  const each = <T>(table: { readonly [property: string]: T }, meaning: (entry: T) => PropertyMeaning) =>
    Object.entries(table).map(([property, entry]): [string, PropertyMeaning] => [property, meaning(entry)]);
  return new Map([
    ...each(NAMES, kind => ({ is: 'NAME', kind })),
    ...each(VALUES, predicate => ({ is: 'VALUE', predicate })),
    ...each(COUNTRIES, predicate => ({ is: 'COUNTRY', predicate })),
    ...each(REFERENCES, reference => ({ is: 'REFERENCE', ...reference })),
    ...words(OTHER_REFERENCES, { is: 'REFERENCE', predicate: 'related_to' }),
    ...words(IDENTIFIERS, { is: 'IDENTIFIER' }),
    ...words(CONTACTS, { is: 'CONTACT' }),
    ...words(PAGES, { is: 'PAGE' }),
    ...words(SOURCES, { is: 'SOURCE' }),
    ...words(BOOKKEEPING, { is: 'BOOKKEEPING' }),
  ]);
}
