import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTemplateFolder, templateFor } from '../../../main/minutes/template-folder'
import { temporaryFolder } from '../library/folder'

test('the folder has the built-in templates at first, and what a person changes counts at once', () => {
  const path = join(temporaryFolder(), 'templates')
  const folder = createTemplateFolder(path)
  expect(folder.list().map(({ name }) => name)).toEqual(['General', 'Interview', 'Stand-up'])
  expect(readdirSync(path).sort()).toEqual(['General.md', 'Interview.md', 'Stand-up.md'])
  writeFileSync(join(path, 'Board.md'), '# Board meeting\n\n## Votes\n')
  writeFileSync(join(path, 'broken.md'), 'no section')
  writeFileSync(join(path, 'notes.txt'), '## No template\n')
  mkdirSync(join(path, 'folder.md'))
  writeFileSync(join(path, 'huge.md'), '## Big\n'.repeat(20_000))
  rmSync(join(path, 'Interview.md'))
  expect(folder.list().map(({ name }) => name)).toEqual(['Board meeting', 'General', 'Stand-up'])
})

test('without a usable file the built-in templates are there', () => {
  const path = join(temporaryFolder(), 'templates')
  mkdirSync(path)
  expect(createTemplateFolder(path).list()).toHaveLength(3)
  const file = join(temporaryFolder(), 'file')
  writeFileSync(file, '')
  expect(createTemplateFolder(file).list()).toHaveLength(3)
})

test('the kind of a meeting is a tag, or in its title', () => {
  const templates = createTemplateFolder(join(temporaryFolder(), 'templates')).list()
  const choose = (title: string, tags: string[] = [], last: string | null = null) =>
    templateFor({ title, tags }, templates, last)
  expect(choose('Monday stand up')).toBe('Stand-up')
  expect(choose('Standupcomedy')).toBe('General')
  expect(choose('Monday', ['INTERVIEW'])).toBe('Interview')
  expect(choose('Stand-up', ['interview'])).toBe('Interview')
  expect(choose('Monday', [], 'Interview')).toBe('Interview')
  expect(templateFor(null, templates, 'gone')).toBe('General')
})
