// Whether an entity has a name: beside a look through all of its names, while names come and go at the end.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Name } from '../../../src/domain/entity.js';
import { isNamed } from '../../../src/graph/records/spellings.js';

const anyText = fc.constantFrom('Kim', 'Choe', 'Chöe', 'Ри');
const anyLanguage = fc.constantFrom(undefined, 'ko', 'ru');
const anyName = fc.record({ text: anyText, language: anyLanguage });
/** Names that come, and how many go before that. */
const anyStep = fc.record({ come: fc.array(anyName, { maxLength: 60 }), go: fc.nat(50) });

const nameOf = ({ text, language }: { text: string; language: string | undefined }): Name => ({
  text,
  kind: 'ALIAS',
  ...(language === undefined ? {} : { language }),
});

test('a name is found where one of the names there are now has its text, and its language if it has one', () => {
  fc.assert(
    fc.property(fc.array(anyStep, { minLength: 1 }), fc.array(anyName), (steps, asked) => {
      const names: Name[] = [];
      for (const { come, go } of steps) {
        names.splice(Math.max(0, names.length - go));
        names.push(...come.map(nameOf));
        for (const { text, language } of asked) {
          const found = names.some(
            name => name.text === text && (language === undefined || name.language === language),
          );
          expect(isNamed(names, text, language)).toBe(found);
        }
      }
    }),
  );
});
