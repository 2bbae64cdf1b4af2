import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { builtInTemplates } from '../../common/text'
import { createLog } from '../platform'
import { parseTemplate, type Template } from './template'

const log = createLog('templates')

/** The templates, one Markdown file each, which people edit and share. */
export interface TemplateFolder {
  readonly path: string
  /** Read again each time, so that an edit counts at once; in the order of their names. */
  list(): Template[]
}

const largestFile = 64 * 1024
const maxTemplates = 50

/** Fills the folder with the built-in templates when it is first used. */
export function createTemplateFolder(path: string): TemplateFolder {
  function fill(): void {
    if (existsSync(path)) return
    mkdirSync(path, { recursive: true })
    for (const { name, text } of texts()) writeFileSync(join(path, `${name}.md`), text)
  }

  function read(): Template[] {
    try {
      fill()
      const names = readdirSync(path).filter((name) => /\.(md|markdown)$/i.test(name))
      return names.sort().slice(0, maxTemplates).flatMap(readOne)
    } catch (cause) {
      log.warn('folder not read', { cause })
      return []
    }
  }

  function readOne(name: string): Template[] {
    const file = join(path, name)
    try {
      const info = statSync(file)
      if (!info.isFile() || info.size > largestFile) return []
      const text = readFileSync(file, 'utf8')
      const template = parseTemplate(text, basename(name).replace(/\.\w+$/, ''))
      return template === null ? [] : [template]
    } catch (cause) {
      log.warn('template not read', { cause })
      return []
    }
  }

  return {
    path,
    list: () => {
      const found = read()
      return found.length > 0 ? found : builtIn()
    },
  }
}

function texts() {
  const { general, standUp, interview } = builtInTemplates
  return [general, standUp, interview]
}

/** Without any usable file, the built-in templates count. */
function builtIn(): Template[] {
  return texts().flatMap(({ name, text }) => parseTemplate(text, name) ?? [])
}

/**
 * Returns the template for a kind of meeting: the one whose name is a tag of the meeting or occurs in
 * its title, else the one that was used last, else General, else the first.
 */
export function templateFor(
  meeting: { readonly title: string; readonly tags: readonly string[] } | null,
  templates: readonly Template[],
  last: string | null,
): string {
  const names = templates.map(({ name }) => name)
  const tags = new Set((meeting?.tags ?? []).map(plain))
  const title = ` ${plain(meeting?.title ?? '')} `
  return (
    names.find((name) => tags.has(plain(name))) ??
    names.find((name) => plain(name) !== '' && title.includes(` ${plain(name)} `)) ??
    names.find((name) => name === last) ??
    names.find((name) => name === builtInTemplates.general.name) ??
    names[0] ??
    ''
  )
}

/** `Stand-up` and `stand up` are the same kind. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
