// Checked with main: a page's globals are unknown there.
export const known = [process.pid, Buffer.byteLength(''), setTimeout, URL]
export const unknown = [
  // @ts-expect-error main has no document
  document,
  // @ts-expect-error main has no window
  window,
  // @ts-expect-error main has no AudioContext
  AudioContext,
]
