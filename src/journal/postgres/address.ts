// The address of a journal in PostgreSQL: a URL as libpq takes it, with several hosts if the database has several servers.
import { InvalidInput } from '../../domain/refusal.js';

/** No `@` after the hosts: it would be the end of a password with signs that must be written as %2F and the like. */
const FORM = /^(postgres(?:ql)?:\/\/)(?:([^@/?#]*)@)?([^@/?#]*)(\/[^@?#]*)?(\?[^@#]*)?$/;
const HIDDEN = '***';

export const isPostgres = (address: string): boolean => /^postgres(?:ql)?:/.test(address);

/**
 * One URL for each host.
 * @throws InvalidInput for what is no such address.
 */
export function postgresHosts(address: string): readonly string[] {
  const [, scheme = '', user, hosts = '', path = '', query = ''] = FORM.exec(address) ?? refuse();
  const before = user === undefined ? scheme : `${scheme}${user}@`;
  return hosts.split(',').map(host => {
    const url = `${before}${host}${path}${query}`;
    return URL.canParse(url) ? url : refuse();
  });
}

/** As it may be shown: without the password. */
export function shownAddress(address: string): string {
  return address
    .replace(/^([^@/]*\/\/[^@/:]*):[^@/]*@/, `$1:${HIDDEN}@`)
    .replace(/([?&]password=)[^&]*/g, `$1${HIDDEN}`);
}

function refuse(): never {
  const expected =
    'postgres://user@host/database, or with several hosts postgres://user@one,two:5433/database';
  // Not repeated: it may hold a password.
  throw new InvalidInput(`The address of the journal is none of PostgreSQL: expected was ${expected}.`, {
    field: ['journal'],
  });
}
