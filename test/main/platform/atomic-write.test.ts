import { mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { lastCopyOf, replaceFile, writeWholeFile } from '../../../main/platform/atomic-write'
import { temporaryFolder } from '../library/folder'

describe('writing a file atomically', () => {
  it('creates the file and its folder for their owner only', () => {
    const path = join(temporaryFolder(), 'new', 'file.json')
    writeWholeFile(path, 'text')
    expect(readFileSync(path, 'utf8')).toBe('text')
    if (process.platform === 'win32') return
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700)
  })

  it('keeps the file that it replaces, if asked to', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'file.json')
    writeWholeFile(path, 'first', { keepLast: true })
    writeWholeFile(path, 'second', { keepLast: true })
    writeWholeFile(path, 'third', { keepLast: true })
    expect(readFileSync(path, 'utf8')).toBe('third')
    expect(readFileSync(lastCopyOf(path), 'utf8')).toBe('second')
    expect(readdirSync(folder).sort()).toEqual(['file.json', 'file.json.last'])
  })

  // The device takes a write and then has no space left, as a full disk does.
  it.runIf(process.platform === 'linux')('keeps the good file on a full disk', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'file.json')
    writeFileSync(path, 'good')
    symlinkSync('/dev/full', `${path}.new`)
    expect(() => writeWholeFile(path, 'x'.repeat(10_000))).toThrow(/ENOSPC/)
    expect(readFileSync(path, 'utf8')).toBe('good')
    expect(readdirSync(folder)).toEqual(['file.json'])
  })

  it('keeps the good file if the copy of the last one cannot be kept', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'file.json')
    writeFileSync(path, 'good')
    mkdirSync(join(lastCopyOf(path), 'in the way'), { recursive: true })
    expect(() => writeWholeFile(path, 'new', { keepLast: true })).toThrow()
    expect(readFileSync(path, 'utf8')).toBe('good')
  })
})

describe('replacing a file', () => {
  it('puts the new file in place for its owner only', async () => {
    const path = join(temporaryFolder(), 'export.txt')
    writeFileSync(path, 'old')
    await replaceFile(path, async (file) => {
      await file.writeFile('text')
      return 4
    })
    expect(readFileSync(path, 'utf8')).toBe('text')
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  it.each([
    ['fails', () => Promise.reject(new Error('ENOSPC'))],
    ['is short', () => Promise.resolve(10)],
  ])('leaves the old file alone and no part behind if the write %s', async (_what, write) => {
    const folder = temporaryFolder()
    const path = join(folder, 'export.txt')
    writeFileSync(path, 'old')
    await expect(replaceFile(path, write)).rejects.toThrow()
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['export.txt'])
  })
})
