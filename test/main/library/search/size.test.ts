import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openReader } from '../../../../main/library/database'
import { createSearch } from '../../../../main/library/search/search'
import { median } from '../../../bench/figures'
import { generateLibrary } from '../../../bench/generated-library'
import { queries, unspoken } from '../../../bench/search-queries'
import { temporaryFolder } from '../folder'

it('answers in time over a few hours of meetings', () => {
  const file = join(temporaryFolder(), 'library.db')
  const size = { meetings: 12, turnsOfEach: 250, wordsOfEach: 12 }
  generateLibrary(file, size)
  const reader = openReader(file)
  onTestFinished(() => reader.close())
  const search = createSearch(reader)
  const times = queries.map((query) => {
    // Processor time, which other programs do not change.
    const before = process.cpuUsage()
    const { groups } = search.find(query)
    const isOneWord = /^\w+$/.test(query.text) && query.fromAt === null
    if (isOneWord) expect(groups.length > 0, query.text).toBe(query.text !== unspoken)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000
  })
  expect(median(times)).toBeLessThan(30)
}, 60_000)
