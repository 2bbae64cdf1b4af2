// Checked with common: neither a page's globals nor Node's are known there.
export const known = [Promise, Uint8Array]
export const unknown = [
  // @ts-expect-error common has no document
  document,
  // @ts-expect-error common has no process
  process,
  // @ts-expect-error common has no Buffer
  Buffer,
]
