import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { connect } from '../../../main/library/connection'
import { copyDatabase } from '../../../main/library/migrate'
import type { UpkeepOptions } from '../../../main/library/upkeep/upkeep'
import { checkFile } from '../../../main/library/upkeep/check-file'
import { dayMs, isCopyDue, thinnedOut } from '../../../main/library/upkeep/copies'
import { createUpkeep } from '../../../main/library/upkeep/upkeep'
import { meetingOf, newLibrary, temporaryFolder, turnOf, unwrap } from './folder'

const copyAt = (at: number) => ({ name: String(at), at, bytes: 1 })

describe('copies of the library', () => {
  it('are due a day after the newest one, if something changed', () => {
    expect(isCopyDue([], 0, 5 * dayMs)).toBe(true)
    expect(isCopyDue([copyAt(4 * dayMs)], 4.5 * dayMs, 5 * dayMs)).toBe(true)
    expect(isCopyDue([copyAt(4 * dayMs)], 3 * dayMs, 5 * dayMs)).toBe(false)
    expect(isCopyDue([copyAt(4.5 * dayMs)], 4.6 * dayMs, 5 * dayMs)).toBe(false)
    expect(isCopyDue([copyAt(9 * dayMs)], 1, 5 * dayMs)).toBe(true)
  })

  it('are seven after a year, further apart the older they are', () => {
    let copies = [copyAt(0)]
    for (let day = 1; day <= 365; day += 1) {
      copies.unshift(copyAt(day * dayMs))
      const deleted = thinnedOut(copies)
      copies = copies.filter((copy) => !deleted.includes(copy))
    }
    const ages = copies.map(({ at }) => 365 - at / dayMs)
    expect(ages).toHaveLength(7)
    expect(ages[0]).toBe(0)
    expect(ages[1]).toBeLessThanOrEqual(3)
    expect(ages[2]).toBeLessThanOrEqual(14)
    expect(ages.at(-1)).toBe(365)
    const gaps = ages.slice(1).map((age, index) => age - ages[index]!)
    expect(gaps[0]!).toBeLessThan(gaps.at(-1)!)
  })
})

/** Does the work of the thread in the test. */
function threadOf(file: string): ReturnType<UpkeepOptions['openThread']> {
  return {
    check: (kind) => Promise.resolve({ ok: true, value: checkFile(file, kind) }),
    copy: (path) => {
      const source = connect(file)
      copyDatabase(source, path)
      source.close()
      return Promise.resolve({ ok: true, value: undefined })
    },
    close: () => undefined,
  }
}

describe('the upkeep', () => {
  it('copies the library, and the next start uses the restored copy', async () => {
    const folder = temporaryFolder()
    const library = newLibrary(folder)
    unwrap(library.meetings.create(meetingOf()))
    unwrap(library.turns.upsert('meeting-1', turnOf()))
    unwrap(library.meetings.setState('meeting-1', 'done'))
    let recording = true
    const upkeep = createUpkeep({
      library,
      openThread: () => threadOf(library.file),
      isRecording: () => recording,
      now: () => Date.UTC(2026, 10, 25),
    })
    await upkeep.run()
    expect(upkeep.copies()).toEqual([])
    recording = false
    await upkeep.run()
    expect(upkeep.copies()).toMatchObject([{ at: Date.UTC(2026, 10, 25) }])

    unwrap(library.titleAndTags.rename('meeting-1', 'A mistake'))
    expect(upkeep.restore('../../library.db')).toMatchObject({ error: { code: 'copy-not-found' } })
    unwrap(upkeep.restore(upkeep.copies()[0]!.name))
    library.close()
    const next = newLibrary(folder)
    expect(unwrap(next.meetings.list())).toMatchObject([{ title: 'Meeting, 10:02', turnCount: 1 }])
    const names = readdirSync(join(folder, 'copies'))
    expect(names.filter((name) => name.startsWith('library-replaced-'))).toHaveLength(1)
  })
})
