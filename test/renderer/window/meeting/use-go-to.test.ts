// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { hasTurned } from '../../../../renderer/window/meeting/use-go-to'

const field = document.createElement('input')
const other = document.createElement('input')
const button = document.createElement('button')
const wanted = {}
const at = (element: Element | null, asked = 0, search: unknown = wanted) => ({
  element,
  asked,
  wanted: search,
})

describe('while a meeting loads', () => {
  it('the found word gets the focus if a person did nothing else', () => {
    expect(hasTurned(at(field), at(field))).toBe(false)
    expect(hasTurned(at(button), at(document.body))).toBe(false)
    expect(hasTurned(at(field), at(button))).toBe(false)
  })

  it('a search that a person opens meanwhile keeps it', () => {
    expect(hasTurned(at(field), at(field, 1))).toBe(true)
    expect(hasTurned(at(field), at(field, 0, {}))).toBe(true)
    expect(hasTurned(at(field), at(other))).toBe(true)
    expect(hasTurned(at(button), at(field))).toBe(true)
  })
})
