import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { findFiles } from '../../../main/import/file-check'
import { temporaryFolder } from '../library/folder'

test('a folder brings its recordings, and those that its links lead to', async () => {
  const folder = temporaryFolder()
  const put = (...path: string[]) => writeFileSync(join(folder, ...path), 'x')
  mkdirSync(join(folder, 'calls', 'may'), { recursive: true })
  put('calls', 'b.M4A')
  put('calls', 'a 🎙 v1.2.wav')
  put('calls', 'may', '-notes:1.mp3')
  put('calls', '._b.M4A')
  put('calls', 'letter.txt')
  put('other.wav')
  symlinkSync(join(folder, 'other.wav'), join(folder, 'calls', 'link.wav'))
  symlinkSync(join(folder, 'nowhere'), join(folder, 'calls', 'dead.wav'))
  symlinkSync(join(folder, 'calls'), join(folder, 'calls', 'round'))

  const paths = [join(folder, 'calls'), join(folder, 'other.wav'), join(folder, 'gone.wav')]
  const { files, folders, inFolders, more } = await findFiles(paths)
  expect(files).toEqual(paths.slice(1))
  expect(folders).toEqual(paths.slice(0, 1))
  const names = inFolders.map((path) => relative(join(folder, 'calls'), path))
  expect(names.sort()).toEqual(['a 🎙 v1.2.wav', 'b.M4A', 'link.wav', join('may', '-notes:1.mp3')])
  expect(more).toBe(false)
})

test('a folder with more recordings than anybody imports says so', async () => {
  const folder = temporaryFolder()
  for (let index = 0; index < 2_001; index += 1) writeFileSync(join(folder, `${index}.wav`), '')
  expect(await findFiles([folder])).toMatchObject({ more: true, inFolders: { length: 2_000 } })
})
