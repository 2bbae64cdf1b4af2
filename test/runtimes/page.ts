// Checked with the pages: Node's globals and modules are unknown there.
// @ts-expect-error a page has no Node modules
import { readFileSync } from 'node:fs'

export const known = [document, window, AudioContext]
export const unknown = [
  readFileSync,
  // @ts-expect-error a page has no process
  process,
  // @ts-expect-error a page has no Buffer
  Buffer,
  // @ts-expect-error a page has no require
  require,
  // @ts-expect-error a page is no AudioWorklet
  registerProcessor,
]
