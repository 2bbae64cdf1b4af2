// npm run css-types: writes the types of all CSS modules beside them, so that a misspelt class name is
// a type error. A test checks that they are current.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

const renderer = resolve(import.meta.dirname, '..', '..', 'renderer')

export function command(): number {
  for (const { file, types } of cssTypes()) writeFileSync(file, types)
  return 0
}

/** The declaration file of each CSS module, and its text. */
export function cssTypes(): { readonly file: string; readonly types: string }[] {
  return readdirSync(renderer, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.module.css'))
    .map((name) => join(renderer, name))
    .map((css) => ({ file: `${css}.d.ts`, types: typesOf(classesOf(readFileSync(css, 'utf8'))) }))
}

/** The class names that a style sheet defines, sorted. */
export function classesOf(css: string): string[] {
  const selectors = css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/"[^"]*"|'[^']*'|url\([^)]*\)/g, '')
    // Declarations hold no class names, and numbers such as .5s.
    .replaceAll(/[a-z-]+\s*:[^;{}]*;/g, '')
  return [
    ...new Set([...selectors.matchAll(/\.(-?[A-Za-z_][\w-]*)/g)].map(([, name = '']) => name)),
  ].sort()
}

function typesOf(classes: readonly string[]): string {
  const lines = classes.map((name) => `  readonly '${name}': string\n`)
  return `// Written by npm run css-types.\ndeclare const styles: {\n${lines.join('')}}\nexport default styles\n`
}
