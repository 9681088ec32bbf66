// Loaded into a server before its own code (`node --import`): takes the sync out of its commits, to see whether anyone notices.
import Database from 'libsql';

const weaker = process.env['HEARSAY_TEST_SYNCHRONOUS'];
const { exec } = Database.prototype;

Database.prototype.exec = function (sql) {
  return exec.call(this, sql.replace(/synchronous = \w+/gi, `synchronous = ${weaker}`));
};
