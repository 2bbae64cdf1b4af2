import { readFile } from 'node:fs/promises'
import { Fragment, isValidElement, type ReactNode } from 'react'
import Markdown from 'react-markdown'
import remarkGfm from 'remark-gfm'
import type { Plugin } from 'vite'
import type { MarkdownNode } from '../renderer/window/components/markdown'

const query = '?parsed'

/** The parsed text: what is drawn, without what draws it. */
function toNodes(drawn: ReactNode): MarkdownNode[] {
  if (typeof drawn === 'string') return [drawn]
  if (Array.isArray(drawn)) return (drawn as readonly ReactNode[]).flatMap(toNodes)
  if (!isValidElement<Record<string, unknown>>(drawn)) return []
  const { type } = drawn
  const { children, ...props } = drawn.props
  const inside = toNodes(children as ReactNode)
  if (type === Fragment) return inside
  if (typeof type !== 'string') throw new Error('Markdown draws elements of HTML only')
  return [[type, props, ...inside]]
}

/** Parses Markdown as GitHub does. */
export function parseMarkdown(text: string): MarkdownNode[] {
  return toNodes(Markdown({ children: text, remarkPlugins: [remarkGfm] }))
}

function moduleOf(nodes: readonly MarkdownNode[]): string {
  return `export const nodes = JSON.parse(${JSON.stringify(JSON.stringify(nodes))})`
}

/** `import { nodes } from 'FILE.md?parsed'`: a page needs no parser of Markdown. */
export function markdownPlugin(): Plugin {
  /** Modules by text, for `npm run dev`: a change of another file parses no Markdown again. */
  const parsed = new Map<string, string>()
  return {
    name: 'parsed-markdown',
    enforce: 'pre',
    load: {
      filter: { id: /\.md\?parsed$/ },
      handler: async (id) => {
        const text = await readFile(id.slice(0, -query.length), 'utf8')
        const code = parsed.get(text) ?? moduleOf(parseMarkdown(text))
        parsed.set(text, code)
        return code
      },
    },
  }
}
