import { useEffect, useRef, useState, type RefObject } from 'react'
import { messages } from '../../../common/text/window'
import styles from './reference.module.css'

/** A heading of the page that the table of contents has. */
export interface Heading {
  readonly slug: string
  readonly text: string
  readonly level: 2 | 3
}

/** A heading counts as read from this far below the top of the screen, in px. */
const readFromPx = 120

/** The table of contents, which stays beside the text and marks what is read. */
export function ReferenceContents({
  headings,
  page,
}: {
  readonly headings: readonly Heading[]
  readonly page: RefObject<HTMLElement | null>
}) {
  const contents = useRef<HTMLElement>(null)
  const [current, setCurrent] = useState<string | null>(null)
  useEffect(() => {
    const screen = page.current?.closest('main')
    if (!screen) return
    const look = () => {
      const top = screen.getBoundingClientRect().top + readFromPx
      const read = headings.filter(({ slug }) => {
        const heading = document.getElementById(slug)
        return heading !== null && heading.getBoundingClientRect().top <= top
      })
      setCurrent(read.at(-1)?.slug ?? null)
    }
    screen.addEventListener('scroll', look, { passive: true })
    return () => screen.removeEventListener('scroll', look)
  }, [headings, page])
  useEffect(() => {
    contents.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <nav ref={contents} className={styles['contents']} aria-label={messages.token.onThisPage}>
      {/* The page is in English only. */}
      <ul lang="en">
        {headings.map(({ slug, text, level }) => (
          <li key={slug} data-level={level}>
            <a href={`#${slug}`} aria-current={slug === current ? 'location' : undefined}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
