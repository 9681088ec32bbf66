// Dates as people read them: EDTF of the world, and moments of recording.
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `2014-11-17` as `17 Nov 2014`, `2014-11~` as `about Nov 2014`, `../2014` as `until 2014`; what is rarer stays as it is. */
export function edtfWords(edtf: string | null | undefined): string {
  if (!edtf) return '';
  const [from, to, more] = edtf.split('/');
  if (from === undefined || more !== undefined) return edtf;
  if (to === undefined) return dayWords(from);
  if (from === '..' || from === '') return `until ${dayWords(to)}`;
  if (to === '..' || to === '') return `since ${dayWords(from)}`;
  return `${dayWords(from)} – ${dayWords(to)}`;
}

function dayWords(text: string): string {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([~?%])?$/.exec(text);
  if (!match) return text;
  const [, year, month, day, doubt] = match;
  const name = month === undefined ? undefined : MONTHS[Number(month) - 1];
  if (month !== undefined && name === undefined) return text;
  const words = [day && String(Number(day)), name, year].filter(Boolean).join(' ');
  return doubt === undefined ? words : `${doubt === '?' ? 'perhaps' : 'about'} ${words}`;
}

/** A moment as `22 Nov 2026, 10:14` in the reader's own time. */
export function momentWords(iso: string): string {
  const moment = new Date(iso);
  if (Number.isNaN(moment.getTime())) return iso;
  const time = [moment.getHours(), moment.getMinutes()].map(part => String(part).padStart(2, '0')).join(':');
  return `${moment.getDate()} ${MONTHS[moment.getMonth()]} ${moment.getFullYear()}, ${time}`;
}
