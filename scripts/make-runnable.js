// Makes the built command line a program that `npx hearsay` may run: it is not there yet when npm installs, which would do so.
import { chmodSync } from 'node:fs';

chmodSync('dist/cli/main.js', 0o755);
