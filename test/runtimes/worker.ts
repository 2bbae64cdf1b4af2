// Checked with the recorder's worker: it has neither the DOM nor Node.
export const known = [WebSocket, ReadableStream, performance, self]
export const unknown = [
  // @ts-expect-error a worker has no document
  document,
  // @ts-expect-error a worker has no window
  window,
  // @ts-expect-error a worker has no process
  process,
  // @ts-expect-error a worker has no AudioContext
  AudioContext,
]
