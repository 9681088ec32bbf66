// Hands a file to the browser, for the reader to keep.

export function saveFile(name: string, file: Blob): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // At once would be before some browsers begin to read it.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
