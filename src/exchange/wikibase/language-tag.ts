// Codes of languages as Wikimedia writes them, to BCP 47: most are the same, some are older than the standard.
const TAGS: { readonly [code: string]: string } = {
  'bat-smg': 'sgs',
  'be-x-old': 'be-tarask',
  'fiu-vro': 'vro',
  'roa-rup': 'rup',
  simple: 'en-simple',
  'zh-classical': 'lzh',
  'zh-min-nan': 'nan',
  'zh-yue': 'yue',
};

const TAG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/;

/** The tag, or undefined where the code is none. */
export function languageTag(code: string): string | undefined {
  const tag = Object.hasOwn(TAGS, code) ? TAGS[code] : code;
  return tag !== undefined && TAG.test(tag) ? tag : undefined;
}
