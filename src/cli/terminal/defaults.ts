// What the command line takes where an option is left out: named in its help, and meant alike by all commands.

/** Path of the journal. */
export const DEFAULT_DATA = './data/hearsay.db';
/** In place of a path: standard input, or standard output. */
export const STANDARD_STREAM = '-';
export const DEFAULT_PORT = 4000;
export const DEFAULT_HOST = '127.0.0.1';
/** The API of a server that was started without options. */
export const DEFAULT_SERVER = `http://${DEFAULT_HOST}:${DEFAULT_PORT}/graphql`;
