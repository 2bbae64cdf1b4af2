import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createReserve } from '../../../main/library/reserve'
import { temporaryFolder } from './folder'

describe('the room that is kept for the text', () => {
  it('is there until it is given up, and again afterwards', async () => {
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

  it('is no failure where there is none', async () => {
    const folder = temporaryFolder()
    const reserve = createReserve(join(folder, 'gone', 'reserve'), 10)
    await reserve.keep()
    reserve.release()
    expect(readdirSync(folder)).toEqual([])
  })
})
