import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { createPlaceMemory } from '../../../main/captions/position-store'
import { noMemory } from '../../../main/captions/geometry'

let path: string

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'parley-captions-'))
  path = join(folder, 'captions.json')
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
})

it('restores what was set, from one file', () => {
  const memory = { last: '7', spots: { 7: { left: 1, bottom: 2, width: 600 } } }
  createPlaceMemory(path).set(memory)
  expect(createPlaceMemory(path).get()).toEqual(memory)
  expect(readdirSync(join(path, '..'))).toEqual(['captions.json'])
})

it.each(['', '[]', '{"last":1,"spots":{}}', '{"last":null,"spots":{"7":{"left":"x"}}}'])(
  'starts without places if the file contains %j',
  (text) => {
    writeFileSync(path, text)
    expect(createPlaceMemory(path).get()).toEqual(noMemory)
  },
)

it('continues if the file cannot be written', () => {
  const memory = createPlaceMemory(join(path, 'no-folder'))
  writeFileSync(path, '')
  memory.set({ last: '7', spots: {} })
  expect(memory.get().last).toBe('7')
})
