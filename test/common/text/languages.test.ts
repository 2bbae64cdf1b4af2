import { describe, expect, it } from 'vitest'
import { english } from '../../../common/text/en'
import { complete, fill } from '../../../common/text/fill'
import { chooseLanguage, languages } from '../../../common/text/languages'
import { createPlural } from '../../../common/text/plural'
import { pseudoCatalogue } from '../../../common/text/pseudo'

/** Every language but English, which they are compared with. */
const translations = ['de', 'fr', 'es', 'pt', 'ja', 'zh', 'ar'] as const

/** The paths of the texts in `source` that `other` lacks. */
function missing(source: object, other: unknown, path = ''): string[] {
  return Object.entries(source).flatMap(([name, value]: [string, unknown]) => {
    const there = (other as Record<string, unknown> | undefined)?.[name]
    if (value === null || there === null) return []
    if (there === undefined) return [`${path}.${name}`]
    return typeof value === 'object' ? missing(value, there, `${path}.${name}`) : []
  })
}

describe.each(translations)('the texts of %s', async (code) => {
  const { translation } = (await import(`../../../common/text/${code}/index.ts`)) as {
    translation: object
  }

  it('are complete', () => {
    expect(missing(english, translation)).toEqual([])
  })

  it('are no more than those of English', () => {
    expect(missing(translation, english)).toEqual([])
  })

  it('show each value that they get', () => {
    const { errorDetails } = complete(english, translation)
    expect(errorDetails.wrongCharacter(3, 'x')).toMatch(/3.*x/)
  })
})

describe('a translation', () => {
  it('has English where it lacks a text, and leaves English as it is', () => {
    const source = { a: { b: 'one', c: 'two' }, d: ['x', 'y'] }
    expect(complete(source, { a: { b: 'eins' } })).toEqual({
      ...source,
      a: { b: 'eins', c: 'two' },
    })
    expect(source.a.b).toBe('one')
  })

  it('reaches who holds a part', () => {
    const source = { a: { b: 'one' } }
    const part = source.a
    fill(source, { a: { b: 'eins' } })
    expect(part.b).toBe('eins')
  })
})

describe('the language', () => {
  it.each([
    ['de', ['fr'], 'de'],
    ['system', ['de-AT', 'en'], 'de'],
    ['system', ['nl-NL', 'pt_BR.UTF-8', 'en'], 'pt'],
    ['system', ['zh-Hans-CN'], 'zh'],
    ['system', ['und', 'C'], 'en'],
    ['system', [], 'en'],
  ] as const)('of %s and %j is %s', (setting, preferred, code) => {
    expect(chooseLanguage(setting, preferred)).toBe(code)
  })

  it('is one that Intl knows', () => {
    const tags = Object.values(languages).map(({ tag }) => tag)
    expect(Intl.DateTimeFormat.supportedLocalesOf(tags)).toEqual(tags)
  })
})

it('chooses the form of a count by the rules of the language', () => {
  const arabic = createPlural('ar-u-nu-latn')
  const forms = { zero: '0', one: '1', two: '2', few: 'few #', many: 'many #', other: 'other #' }
  expect([0, 1, 2, 3, 11, 100].map((count) => arabic(count, forms))).toEqual([
    '0',
    '1',
    '2',
    'few 3',
    'many 11',
    'other 100',
  ])
  expect(createPlural('de')(1200, { one: '# Tag', other: '# Tage' })).toBe('1.200 Tage')
})

it('writes the pseudo-language around values, and longer', () => {
  const { a, b } = pseudoCatalogue({ a: 'Save', b: (time: string) => `At ${time}`, c: null })
  expect(a).toBe('⟦Šàṽé ··⟧')
  expect(b('10:02 today')).toBe('⟦Àţ 10:02 today ·····⟧')
})
