// Hands a table to the browser as a file to keep.
/** Spreadsheets take a file for UTF-8 where it begins with this mark. */
const MARK = '\uFEFF';

export function saveCsv(name: string, csv: string): void {
  const address = URL.createObjectURL(new Blob([MARK, csv], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
