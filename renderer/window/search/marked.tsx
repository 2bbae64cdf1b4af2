import type { SearchPlace } from '../../../preload/model'
import styles from './search.module.css'

interface MarkedProps {
  readonly text: string
  /** [start, end) each, in order. */
  readonly marks: SearchPlace['marks']
}

/** A text with what was found in it marked. */
export function Marked({ text, marks }: MarkedProps) {
  return (
    <>
      {marks.map(([start, end], index) => (
        <span key={start}>
          {text.slice(marks[index - 1]?.[1] ?? 0, start)}
          <mark className={styles['mark']}>{text.slice(start, end)}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </>
  )
}
