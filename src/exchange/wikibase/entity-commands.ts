// The record of a Wikibase entity itself: its names in all languages, and its details besides the statements.
import type { AddEntity, AddName, Command, NewName } from '../../domain/command.js';
import type { NameKind } from '../../domain/entity.js';
import { entityOf, WIKIDATA } from './known-kinds.js';
import { languageTag } from './language-tag.js';
import type { WikibasePart } from './part.js';
import { addressOf, type StatementScope } from './scope.js';
import { isEntityId } from './snak.js';

/** The first of these that an entity has a label in gives the primary name; else the first in the order of the alphabet. */
const LANGUAGES = [
  'en',
  'mul',
  'en-gb',
  'en-ca',
  'en-us',
  'simple',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'ru',
  'zh',
  'ja',
  'ko',
  'ar',
];

/** Who says all of it. */
export const WIKIDATA_ITSELF: AddEntity = {
  type: 'AddEntity',
  id: entityOf(WIKIDATA),
  kind: 'ORGANIZATION',
  label: 'Wikidata',
  sameAs: [addressOf(WIKIDATA)],
  provisional: true,
};

/** The commands that add an entity under all its names. @throws Misfit where the record is not as Wikibase writes it. */
export function entityCommands(scope: StatementScope, entity: WikibasePart): Command[] {
  const id = entity.at('id').text();
  const labels = byLanguage(entity.at('labels'));
  const names = namesOf(scope, entity);
  const [first] = preferred(labels.map(([language]) => language));
  const label = names.find(name => name.language === tagOf(first)) ?? names[0] ?? { text: id };
  const others = names.filter(name => name !== label);
  const command = spelled(scope, entity, {
    type: 'AddEntity',
    id: entityOf(id),
    kind: kindOf(scope, entity, id),
    label: label.text,
    names: [label, ...others.filter(name => name.text !== label.text)],
    sameAs: pagesOf(scope, entity, id),
    spelledOtherwise: true,
  });
  // A name with the text of the label would not be added beside it, whatever its language.
  const alike = others.filter(name => name.text === label.text);
  const added = alike.map((name): AddName => ({ type: 'AddName', entity: entityOf(id), name }));
  return [WIKIDATA_ITSELF, command, ...added];
}

/** By P31; where the graph has it as another kind, and not only by reference, that kind stays. */
function kindOf(scope: StatementScope, entity: WikibasePart, id: string): AddEntity['kind'] {
  const [own, kind] = [scope.kinds.ownKind(entity), scope.kinds.of(id)];
  if (own !== null && own !== kind) scope.lost.push(`kind ${own} of an entity that is known as ${kind}`);
  return kind;
}

/** With the description, which goes only where the graph has none of the entity's own record yet: it does not change. */
function spelled(scope: StatementScope, entity: WikibasePart, command: AddEntity): AddEntity {
  const descriptions = byLanguage(entity.at('descriptions'));
  const [first, ...others] = preferred(descriptions.map(([language]) => language));
  for (const language of others) scope.lost.push(`description in ${language}`);
  const chosen = descriptions.find(([language]) => language === first)?.[1];
  const description = chosen && scope.kept(chosen.text(), 'note', 'description');
  if (description === undefined) return command;
  const known = scope.kinds.inGraph(entity.at('id').text());
  if (known && !known.provisional && known.description !== description)
    scope.lost.push('description of an entity that is known without it');
  return { ...command, description };
}

const preferred = (languages: readonly string[]): string[] =>
  [...languages].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));

const place = (language: string): number => {
  const at = LANGUAGES.indexOf(language);
  return at < 0 ? LANGUAGES.length : at;
};

const tagOf = (language: string | undefined): string | undefined =>
  language === undefined ? undefined : languageTag(language);

/** Texts of a map from languages to `{ language, value }`, or to lists of them. */
const byLanguage = (map: WikibasePart): (readonly [string, WikibasePart])[] =>
  map
    .members()
    .flatMap(([language, given]) =>
      (Array.isArray(given.value) ? given.items() : [given]).map(one => [language, one.at('value')] as const),
    );

/** Labels first, then aliases, then names that statements give; each text once in a language. */
function namesOf(scope: StatementScope, entity: WikibasePart): NewName[] {
  const names: NewName[] = [];
  const add = (code: string | undefined, text: string, kind: NonNullable<NewName['kind']>): void => {
    const kept = scope.kept(text, 'name', 'a name');
    const language = tagOf(code);
    if (code !== undefined && language === undefined)
      scope.lost.push(`language "${code.slice(0, 20)}" of a name`);
    if (kept === undefined || names.some(name => name.text === kept && name.language === language)) return;
    names.push({ text: kept, kind, ...(language === undefined ? {} : { language }) });
  };
  const labels = new Map(byLanguage(entity.at('labels')));
  for (const code of preferred([...labels.keys()])) add(code, labels.get(code)?.text() ?? '', 'ALIAS');
  for (const [code, text] of byLanguage(entity.at('aliases'))) add(code, text.text(), 'ALIAS');
  for (const { text, language, kind } of statedNames(scope, entity)) add(language, text, kind);
  return names;
}

interface StatedName {
  readonly text: string;
  readonly language?: string;
  readonly kind: NameKind;
}

/** A birth name, a pseudonym: the statement is kept as well, with who says it. */
function statedNames({ mapping }: StatementScope, entity: WikibasePart): StatedName[] {
  return [...mapping.properties].flatMap(([property, { name: kind }]) => {
    const statements = entity.at('claims').at(property).value;
    if (kind === undefined || !Array.isArray(statements)) return [];
    return entity
      .at('claims')
      .at(property)
      .items()
      .filter(statement => statement.at('rank').value !== 'deprecated')
      .flatMap(statement => {
        const value = statement.at('mainsnak').at('datavalue').at('value');
        const [text, language] = [value.at('text').value ?? value.value, value.at('language').value];
        if (typeof text !== 'string') return [];
        return { text, kind, ...(typeof language === 'string' ? { language } : {}) };
      });
  });
}

/** Its address, those that were joined with it, and its page in the English Wikipedia. */
function pagesOf(scope: StatementScope, entity: WikibasePart, id: string): string[] {
  const from = entity.at('redirects').at('from').value;
  const links = entity.at('sitelinks').members();
  const title = entity.at('sitelinks').at('enwiki').at('title').value;
  // Half a character has no place in an address.
  const english = typeof title === 'string' && title.trim() !== '' && !/\p{Surrogate}/u.test(title);
  if (links.length > (english ? 1 : 0))
    scope.lost.push('pages in Wikimedia projects other than the English Wikipedia');
  return [
    addressOf(id),
    ...(isEntityId(from) ? [addressOf(from)] : []),
    ...(english
      ? [`https://en.wikipedia.org/wiki/${encodeURIComponent(title.trim().replaceAll(' ', '_'))}`]
      : []),
  ];
}
