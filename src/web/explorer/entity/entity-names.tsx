// The names of an entity, each in its own script, with language, script and sort of spelling.
import type { ReactElement } from 'react';
import { languageWords, NAME_KIND, type ShownName } from './name-words.js';
import { sourceTitle } from '../words/source-words.js';

/** @param short names alone with their language, as in the panel. */
export function EntityNames({
  names,
  short = false,
}: {
  readonly names: readonly ShownName[];
  readonly short?: boolean;
}): ReactElement {
  return (
    <ul className={short ? 'entity-names entity-names-short' : 'entity-names'} aria-label="Names">
      {names.map((name, at) => (
        <li key={at}>
          <bdi className="entity-name" {...(name.language === null ? {} : { lang: name.language })}>
            {name.text}
          </bdi>{' '}
          <span className="muted small">{short ? languageWords(name) : noteOn(name)}</span>
        </li>
      ))}
    </ul>
  );
}

const noteOn = (name: ShownName): string =>
  [languageWords(name), NAME_KIND[name.kind], name.source && `met in ${sourceTitle(name.source)}`]
    .filter(Boolean)
    .join(' · ');
