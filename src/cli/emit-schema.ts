// Writes the schema's text to `schema/schema.graphql`: run by `npm run schema` after the API was changed.
import { writeFile } from 'node:fs/promises';
import { printHearsaySchema } from '../graphql/schema.js';

await writeFile(new URL('../../schema/schema.graphql', import.meta.url), await printHearsaySchema());
