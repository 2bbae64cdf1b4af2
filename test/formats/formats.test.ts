import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { effort } from '../effort'
import type { ToneWord } from '../speech/tones'
import { formatCases } from './cases'
import { hasFfmpeg, heardByFfmpeg, makeFile } from './ffmpeg'
import { heardByParley } from './parley'

const cases = formatCases(effort({ short: 24, long: 300 }), 13)
const toleranceMs = 60

/** The words that are too far from where they were said. */
function misplaced(found: readonly ToneWord[], said: readonly ToneWord[]): string[] {
  const isNear = ({ number, startMs }: ToneWord) =>
    said.some((word) => word.number === number && Math.abs(word.startMs - startMs) <= toleranceMs)
  return found
    .filter((word) => !isNear(word))
    .map(({ number, startMs }) => `${number} at ${startMs} ms`)
}

describe.skipIf(!hasFfmpeg)('what ffmpeg plays', () => {
  let folder = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'parley-formats-'))
  })
  afterAll(() => rm(folder, { recursive: true }))

  test.each(cases)('$name', async (each) => {
    const { said, whole, path } = await makeFile(each, folder)
    const heard = await heardByFfmpeg(each.wound?.losesFfmpeg ? whole : path)
    const found = await heardByParley(path)
    const numbers = (found.tracks[0] ?? []).map(({ number }) => number)
    if (heard.length === 0 && found.end.type === 'failed') {
      expect(found.end.code).toBe('import-damaged')
      return
    }
    expect(found.end, JSON.stringify(found)).toMatchObject({ type: 'done' })
    expect(numbers).toEqual(heard.map(({ number }) => number))
    expect(misplaced(found.tracks[0] ?? [], said)).toEqual([])
  })
})
