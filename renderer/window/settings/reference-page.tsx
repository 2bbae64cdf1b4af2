import { isValidElement, type ReactNode } from 'react'
import Markdown, { type Components } from 'react-markdown'
import remarkGfm from 'remark-gfm'
import reference from '../../../docs/tokens.md?raw'
import styles from './reference.module.css'

/** The text of a heading, code within it too. */
function textOf(node: ReactNode): string {
  if (typeof node === 'string') return node
  if (Array.isArray(node)) return node.map(textOf).join('')
  return isValidElement<{ children?: ReactNode }>(node) ? textOf(node.props.children) : ''
}

/** A heading's anchor, made as the links to it within the page are. */
function slug(children: ReactNode): string {
  return textOf(children)
    .toLowerCase()
    .replace(/[^a-z0-9_ -]/g, '')
    .replaceAll(' ', '-')
}

/** The page goes nowhere: links within it scroll, addresses are shown as text. */
const components: Components = {
  a: ({ href, children }) =>
    href?.startsWith('#') ? (
      <a href={href}>{children}</a>
    ) : (
      <span className={styles['address']} title={href}>
        {children}
      </span>
    ),
  h2: ({ children }) => <h2 id={slug(children)}>{children}</h2>,
  h3: ({ children }) => <h3 id={slug(children)}>{children}</h3>,
  pre: ({ children }) => <pre tabIndex={0}>{children}</pre>,
  table: ({ children }) => (
    <div className={styles['table']} tabIndex={0} role="group">
      <table>{children}</table>
    </div>
  ),
}

/** docs/tokens.md as it ships with the app. */
export function ReferencePage() {
  return (
    <article className={styles['text']}>
      <Markdown remarkPlugins={[remarkGfm]} components={components}>
        {reference}
      </Markdown>
    </article>
  )
}
