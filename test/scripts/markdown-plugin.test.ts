import { describe, expect, it } from 'vitest'
import { textInMarkdown, type MarkdownNode } from '../../renderer/window/components/markdown'
import { parseMarkdown } from '../../scripts/markdown-plugin'
import { reference } from '../docs/reference'

function elements(nodes: readonly MarkdownNode[], tag: string): MarkdownNode[][] {
  return nodes.flatMap((node) => {
    if (typeof node === 'string') return []
    const [own, , ...inside] = node
    return own === tag ? [inside] : elements(inside, tag)
  })
}

describe('parsed Markdown', () => {
  const nodes = parseMarkdown(reference)

  it('has every heading and every block of code of the token reference', () => {
    const code = [...reference.matchAll(/^```\w+\n([\s\S]*?)^```$/gm)].map(([, block]) => block)
    expect(elements(nodes, 'pre').map(textInMarkdown)).toEqual(code)
    const prose = reference.replace(/^```[\s\S]*?^```$/gm, '')
    const headings = [...prose.matchAll(/^## (.+)$/gm)].map(([, text]) => text)
    expect(elements(nodes, 'h2').map(textInMarkdown)).toEqual(headings)
  })

  it('is plain data, with tables and links', () => {
    const parsed = parseMarkdown('| a |\n|---|\n| [b](https://x.example) |')
    expect(JSON.parse(JSON.stringify(parsed))).toEqual(parsed)
    expect(elements(parsed, 'a')).toEqual([['b']])
    expect(elements(parsed, 'td')).toHaveLength(1)
  })

  it('takes HTML for text', () => {
    const html = '<script>alert(1)</script>'
    expect(parseMarkdown(html)).toEqual([html])
  })
})
