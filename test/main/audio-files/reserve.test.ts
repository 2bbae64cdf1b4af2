import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createReserve } from '../../../main/audio-files/reserve'
import { temporaryFolder } from '../library/folder'

describe('the disk space that is reserved for the text', () => {
  it('exists until it is released, and again afterwards', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'reserve')
    const reserve = createReserve(path, 100_000)
    await Promise.all([reserve.keep(), reserve.keep()])
    expect(statSync(path).size).toBe(100_000)
    reserve.release()
    reserve.release()
    expect(readdirSync(folder)).toEqual([])
    await reserve.keep()
    expect(readdirSync(folder)).toEqual(['reserve'])
  })

  it('is no failure if there is no space', async () => {
    const folder = temporaryFolder()
    const reserve = createReserve(join(folder, 'gone', 'reserve'), 10)
    await reserve.keep()
    reserve.release()
    expect(readdirSync(folder)).toEqual([])
  })
})
