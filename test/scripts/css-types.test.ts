import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { classesOf, cssTypes } from '../../scripts/commands/css-types'

describe('the types of CSS modules', () => {
  it('are current', () => {
    const modules = cssTypes()
    expect(modules.length).toBeGreaterThan(40)
    for (const { file, types } of modules) {
      expect(existsSync(file) ? readFileSync(file, 'utf8') : null, file).toBe(types)
    }
  })

  it('name each class once, and nothing else', () => {
    const css = `
      /* .comment */
      .card, .card:hover > .title { transition: opacity .5s ease; background: url('a.png'); }
      @media (min-width: 40.5em) { .wide::after { content: '.text'; } }
      .last { width: calc(1.5 * var(--a)) }`
    expect(classesOf(css)).toEqual(['card', 'last', 'title', 'wide'])
  })
})
