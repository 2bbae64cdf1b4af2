import { isValidElement, useRef, type ReactNode } from 'react'
import { nodes } from '../../../docs/tokens.md?parsed'
import { webLinkOf } from '../../../common/model'
import { messages } from '../../../common/text/window'
import { Button } from '../components/button'
import { LinkButton } from '../components/form'
import {
  drawMarkdown,
  textInMarkdown,
  type MarkdownNode,
  type MarkdownParts,
} from '../components/markdown'
import { useParley } from '../context'
import { useCopy } from '../use-copy'
import { ReferenceContents, type Heading } from './reference-contents'
import { ReferenceSearch } from './reference-search'
import { ReferenceTop } from './reference-top'
import styles from './reference.module.css'

/** The text of an element, including code in it. */
function textOf(node: ReactNode): string {
  if (typeof node === 'string') return node
  if (Array.isArray(node)) return node.map(textOf).join('')
  return isValidElement<{ children?: ReactNode }>(node) ? textOf(node.props.children) : ''
}

/** The anchor of a heading, in the form that links within the page use. */
function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9_ -]/g, '')
    .replaceAll(' ', '-')
}

const reference = nodes as readonly MarkdownNode[]

const headings = reference.flatMap((node): Heading[] => {
  const [tag, , ...inside] = typeof node === 'string' ? [] : node
  if (tag !== 'h2' && tag !== 'h3') return []
  const text = textInMarkdown(inside)
  return [{ slug: slug(text), text, level: tag === 'h2' ? 2 : 3 }]
})

/** Code with a button that copies it. */
function CodeBlock({ children }: { readonly children?: ReactNode }) {
  const { copied, copy } = useCopy()
  const text = messages.token
  return (
    <div className={styles['code']}>
      <pre tabIndex={0}>{children}</pre>
      <Button className={styles['copy']} onClick={() => void copy(textOf(children))}>
        {copied ? text.codeCopied : text.copyCode}
      </Button>
    </div>
  )
}

/** Links within the page scroll; main opens the web pages, which are known by name. */
function ReferenceLink({ href, children }: { href?: string | undefined; children?: ReactNode }) {
  const { navigation } = useParley()
  const name = webLinkOf(href)
  if (href?.startsWith('#')) return <a href={href}>{children}</a>
  if (name === null) return children
  return (
    <LinkButton title={href} onClick={() => void navigation.openLink(name)}>
      {children}
    </LinkButton>
  )
}

const parts: MarkdownParts = {
  a: ({ href, children }) => <ReferenceLink href={href}>{children}</ReferenceLink>,
  h2: ({ children }) => <h2 id={slug(textOf(children))}>{children}</h2>,
  h3: ({ children }) => <h3 id={slug(textOf(children))}>{children}</h3>,
  pre: ({ children }) => <CodeBlock>{children}</CodeBlock>,
  table: ({ children }) => (
    <div className={styles['table']} tabIndex={0} role="group">
      <table>{children}</table>
    </div>
  ),
}

/** The contents of docs/tokens.md, with its table of contents and a search. */
export function ReferencePage() {
  const page = useRef<HTMLElement>(null)
  return (
    <>
      <ReferenceTop>
        <ReferenceSearch page={page} />
      </ReferenceTop>
      <div className={styles['columns']}>
        <article ref={page} className={styles['text']} lang="en" dir="ltr">
          {drawMarkdown(reference, parts)}
        </article>
        <ReferenceContents headings={headings} page={page} />
      </div>
    </>
  )
}
