// Writes the explorer's questions to the API as typed documents, from the schema and the `.graphql` files beside the code that
// asks: `npm run documents`. The build and the checks do so first; the result is not kept.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codegen } from '@graphql-codegen/core';
import * as typedDocumentNode from '@graphql-codegen/typed-document-node';
import * as operations from '@graphql-codegen/typescript-operations';
import { parse } from 'graphql';

const SCHEMA = 'schema/schema.graphql';
const EXPLORER = 'src/web/explorer';
const MADE = 'src/web/explorer/api/documents.ts';

const files = readdirSync(EXPLORER, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.graphql'))
  .map(name => join(EXPLORER, name))
  .sort();
const made = await codegen({
  filename: MADE,
  schema: parse(readFileSync(SCHEMA, 'utf8')),
  documents: files.map(location => ({ location, document: parse(readFileSync(location, 'utf8')) })),
  config: {
    enumType: 'string-literal',
    skipTypename: true,
    immutableTypes: true,
    useTypeImports: true,
    dedupeFragments: true,
    defaultScalarType: 'unknown',
    mergeFragmentTypes: true,
    scalars: { ID: 'string', EDTF: 'string', DateTime: 'string' },
  },
  plugins: [{ operations: {} }, { typedDocumentNode: {} }],
  pluginMap: { operations, typedDocumentNode },
});
const text = `// Made by \`npm run documents\`.\n${made}`;
// Left alone where nothing changed: whatever is newer than the last build makes `npm start` build again.
if (!existsSync(MADE) || readFileSync(MADE, 'utf8') !== text) writeFileSync(MADE, text);
