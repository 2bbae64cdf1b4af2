import { describe, expect, it } from 'vitest'
import { createKeeper } from '../../../main/recording/keeper'
import { fail, ok } from '../../../preload/errors'

describe('createKeeper', () => {
  it('tries again what was refused, and only the newest of a name', () => {
    const keeper = createKeeper()
    const disk = { full: true, has: [] as string[] }
    const store = (text: string) => () => {
      if (disk.full) return fail('disk-full')
      disk.has.push(text)
      return ok(text)
    }
    expect(keeper.keep('a', store('a1'))).toMatchObject({ ok: false })
    keeper.keep('b', store('b1'))
    keeper.keep('a', store('a2'))
    expect(keeper.retry()).toMatchObject({ ok: false, error: { code: 'disk-full' } })
    disk.full = false
    expect(keeper.keep('b', store('b2'))).toEqual(ok('b2'))
    expect(keeper.retry()).toMatchObject({ ok: true })
    expect(keeper.retry()).toMatchObject({ ok: true })
    expect(disk.has).toEqual(['b2', 'a2'])
  })
})
