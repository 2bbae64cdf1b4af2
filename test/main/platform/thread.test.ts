import { setTimeout as wait } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { expect, it, onTestFinished } from 'vitest'
import { createThread } from '../../../main/platform'

/** A thread that answers with how many requests it has had, and ends at "end". */
const code = `
let count = 0
require('node:worker_threads').parentPort.on('message', ({ number, request }) => {
  if (request === 'end') process.exit(3)
  if (request === 'throw') throw new Error('broken')
  count += 1
  const answer = request + count
  const send = () => require('node:worker_threads').parentPort.postMessage({ number, answer })
  if (request === 'late') setTimeout(send, 40)
  else send()
})`

function setUp(idleMs: number | null) {
  const threads: Worker[] = []
  const start = () => {
    const worker = new Worker(code, { eval: true })
    threads.push(worker)
    return worker
  }
  const thread = createThread<string, string>({ start, idleMs })
  onTestFinished(() => thread.end())
  return { threads, thread }
}

it('gives each request its own answer, also if a later one is faster', async () => {
  const { thread, threads } = setUp(null)
  const answers = await Promise.all([thread.ask('late'), thread.ask('a'), thread.ask('b')])
  expect(answers).toEqual(['late1', 'a2', 'b3'])
  expect(threads).toHaveLength(1)
})

it('rejects what a thread that ended has not answered, and starts another', async () => {
  const { thread, threads } = setUp(null)
  const lost = [thread.ask('late'), thread.ask('end')]
  for (const each of lost) await expect(each).rejects.toThrow('Ended with code 3.')
  expect(await thread.ask('a')).toBe('a1')
  await expect(thread.ask('throw')).rejects.toThrow('broken')
  expect(await thread.ask('b')).toBe('b1')
  expect(threads).toHaveLength(3)
  const open = thread.ask('late')
  thread.end()
  await expect(open).rejects.toThrow('Ended.')
})

it('ends a thread without work, but not one that still works', async () => {
  const { thread, threads } = setUp(20)
  const late = thread.ask('late')
  expect(await thread.ask('a')).toBe('a2')
  expect(await late).toBe('late1')
  await wait(200)
  expect(await thread.ask('b')).toBe('b1')
  expect(threads).toHaveLength(2)
})
