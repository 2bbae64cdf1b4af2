import { describe, expect, it } from 'vitest'
import { nextTextSize } from '../../../../renderer/window/commands/store'
import { windowAction } from '../../../../renderer/window/commands/use-window-keys'
import { rankItems } from '../../../../renderer/window/commands/rank'

const items = ['Play or pause', 'Pause recording', 'Settings: Audio', 'Import', 'Copy'].map(
  (name) => ({ id: name, name }),
)
const rank = (typed: string, recent: readonly string[] = []) =>
  rankItems(items, typed, recent).map(({ name }) => name)

describe('the order of commands', () => {
  it('starts with names that start with the text, then words, then letters in order', () => {
    expect(rank('pa')).toEqual(['Pause recording', 'Play or pause'])
    expect(rank('audio')).toEqual(['Settings: Audio'])
    expect(rank('por')).toEqual(['Import', 'Play or pause', 'Pause recording'])
    expect(rank('cpy')).toEqual(['Copy'])
    expect(rank('xyz')).toEqual([])
  })

  it('puts recent commands first within a rank', () => {
    expect(rank('', ['Copy', 'Import']).slice(0, 3)).toEqual(['Copy', 'Import', 'Play or pause'])
    expect(rank('pa', ['Play or pause'])).toEqual(['Pause recording', 'Play or pause'])
  })
})

describe('the keys of the whole window', () => {
  const press = (key: string, held: Partial<Parameters<typeof windowAction>[0]>) =>
    windowAction({ key, shiftKey: false, altKey: false, ctrlKey: false, metaKey: false, ...held })

  it('are those of the search and the command palette, with Control or Command', () => {
    expect(press('k', { ctrlKey: true })).toBe('search')
    expect(press('P', { metaKey: true, shiftKey: true })).toBe('command-palette')
    expect(press('p', { ctrlKey: true })).toBeNull()
    expect(press('k', {})).toBeNull()
    expect(press('k', { ctrlKey: true, altKey: true })).toBeNull()
  })
})

describe('the text size', () => {
  it('changes in steps and stops at 90 and 200 percent', () => {
    expect(nextTextSize(100, 1)).toBe(110)
    expect(nextTextSize(100, -1)).toBe(90)
    expect(nextTextSize(90, -1)).toBe(90)
    expect(nextTextSize(200, 1)).toBe(200)
  })
})
