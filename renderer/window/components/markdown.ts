import { createElement, type ComponentType, type ReactNode } from 'react'

/** Parsed Markdown: a text, or an element of HTML with its properties and what is inside. */
export type MarkdownNode =
  | string
  | [tag: string, props: Readonly<Record<string, unknown>>, ...inside: MarkdownNode[]]

/** What draws an element instead of the element itself, by its tag. */
export type MarkdownParts = Readonly<
  Record<string, ComponentType<{ children?: ReactNode; href?: string | undefined }>>
>

/** Draws parsed Markdown. */
export function drawMarkdown(nodes: readonly MarkdownNode[], parts: MarkdownParts): ReactNode[] {
  return nodes.map((node, key) => {
    if (typeof node === 'string') return node
    const [tag, props, ...inside] = node
    const children = inside.length === 0 ? undefined : drawMarkdown(inside, parts)
    return createElement(parts[tag] ?? tag, { ...props, key }, children)
  })
}

/** The text in parsed Markdown, including code. */
export function textInMarkdown(nodes: readonly MarkdownNode[]): string {
  return nodes
    .map((node) =>
      typeof node === 'string' ? node : textInMarkdown(node.slice(2) as MarkdownNode[]),
    )
    .join('')
}
