import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../../common/errors'
import { createWriteRetryQueue } from '../../../main/recording/write-retry-queue'

describe('createWriteRetryQueue', () => {
  it('tries again what was refused, and only the newest of each name', () => {
    const queue = createWriteRetryQueue()
    const disk = { full: true, has: [] as string[] }
    const write = (text: string) => () => {
      if (disk.full) return fail('disk-full')
      disk.has.push(text)
      return ok(text)
    }
    queue.add('a', write('a1'))
    queue.add('b', write('b1'))
    queue.add('c', write('c1'))
    queue.add('a', write('a2'))
    expect(queue.retry()).toMatchObject({ ok: false, error: { code: 'disk-full' } })
    disk.full = false
    queue.forget('b')
    expect(queue.retry()).toMatchObject({ ok: true })
    expect(queue.retry()).toMatchObject({ ok: true })
    expect(disk.has).toEqual(['c1', 'a2'])
  })
})
