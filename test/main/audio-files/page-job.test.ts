import { expect, test } from 'vitest'
import { importerReadBytes } from '../../../common/ipc/ports'
import type { ImporterRequest } from '../../../common/model'
import { runPageJob } from '../../../main/audio-files/page-job'

/** A job with the test as its page; `reads` contains the reads that the disk has not answered yet. */
function setUp() {
  const reads: ((bytes: Uint8Array) => void)[] = []
  const posted: ImporterRequest[] = []
  let send: (message: unknown) => void = () => undefined
  const result = runPageJob({
    port: {
      post: (request) => posted.push(request),
      listen: (onMessage) => (send = onMessage),
      close: () => undefined,
    },
    signal: new AbortController().signal,
    begin: { type: 'decode', size: 1 << 30, name: 'a.mp3', level: false },
    read: () => new Promise((resolve) => reads.push(resolve)),
    answer: () => Promise.resolve(null),
  })
  const read = (number: number, bytes: number) =>
    send({ type: 'read', number, start: 0, end: bytes })
  return { reads, posted, read, result }
}

test('a page may read 4 MB, and more after its answer', async () => {
  const { reads, posted, read } = setUp()
  for (const number of [1, 2]) {
    read(number, importerReadBytes)
    reads.shift()?.(new Uint8Array(1))
    await Promise.resolve()
    await new Promise((resolve) => setImmediate(resolve))
    expect(posted.at(-1)).toMatchObject({ type: 'bytes', number })
  }
})

test('a page that reads more at once is closed', async () => {
  const { reads, read, result } = setUp()
  read(1, importerReadBytes + 1)
  expect(await result).toMatchObject({ ok: false, error: { code: 'import-damaged' } })
  expect(reads).toEqual([])
})

test('a page that does not wait for its answer is closed, and main has only one read in memory', async () => {
  const { reads, read, result } = setUp()
  for (let number = 1; number <= 1_000; number += 1) read(number, importerReadBytes)
  expect(await result).toMatchObject({ ok: false, error: { code: 'import-damaged' } })
  expect(reads).toHaveLength(1)
})
