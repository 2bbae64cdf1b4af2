// @vitest-environment happy-dom
import { expect, test } from 'vitest'
import { findOnPage } from '../../../../renderer/window/keys/reference-find'

function pageOf(html: string): Element {
  document.body.innerHTML = html
  return document.body
}
const found = (html: string, query: string) =>
  findOnPage(pageOf(html), query).map((range) => range.toString())

test('text is found whatever its case, also across code and emphasis', () => {
  expect(found('<p>The <code>Token</code> and the <em>to</em>ken</p>', 'token')).toEqual([
    'Token',
    'token',
  ])
})

test('nothing is found across two paragraphs, and nothing twice', () => {
  expect(found('<p>one</p><p>two</p>', 'onetwo')).toEqual([])
  expect(found('<ul><li><p>one token</p></li></ul>', 'token')).toEqual(['token'])
})

test('spaces of any length match, and signs stand for themselves', () => {
  expect(found('<pre><code>a\n  b (c)</code></pre>', 'a b (c)')).toEqual(['a\n  b (c)'])
  expect(found('<p>anything</p>', '.*')).toEqual([])
  expect(found('<p>anything</p>', '  ')).toEqual([])
})
