import clsx from 'clsx'
import {
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type ComponentProps,
  type KeyboardEvent,
} from 'react'
import { Virtuoso, type VirtuosoHandle } from 'react-virtuoso'
import { messages } from '../../../common/text/window'
import type { TextDifference } from '../../../common/model'
import { useStore } from '../../shared/store'
import { Button } from '../components/button'
import { Keys } from '../components/kbd'
import { useParley } from '../context'
import { clock } from '../format'
import type { Player } from '../transcript/model/transcript-session'
import { CompareRow } from './compare-row'
import styles from './compare.module.css'

const text = messages.meeting.retranscribe
/** How many frames a row may take until it is drawn after the list has scrolled to it. */
const patience = 30

/** What the rows of the list need besides their difference. */
interface ListContext {
  readonly count: number
  /** The row that Tab reaches. */
  readonly active: number
  readonly onFocus: (index: number) => void
  readonly onKeyDown: (event: KeyboardEvent, index: number) => void
}

interface ItemProps extends ComponentProps<'li'> {
  readonly item: TextDifference
  readonly context: ListContext
  readonly 'data-index': number
}

/** One row: a stop of the keyboard, with its buttons. */
function Item({ item, context, ...rest }: ItemProps) {
  const index = rest['data-index']
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the row is one stop of the keyboard, with its buttons, and takes keys of its own
    <li
      {...rest}
      data-key={item.key}
      className={styles['row']}
      tabIndex={index === context.active ? 0 : -1}
      aria-label={`${item.speaker}, ${clock(item.startMs)}`}
      aria-posinset={index + 1}
      aria-setsize={context.count}
      onFocus={() => context.onFocus(index)}
      onKeyDown={(event) => context.onKeyDown(event, index)}
    />
  )
}

const components = {
  List: ({ ref, style, children }: ComponentProps<'ul'>) => (
    <ul ref={ref} className={styles['list']} style={style}>
      {children}
    </ul>
  ),
  Item,
}

/**
 * Today's text and the new one beside each other, turn by turn, with what differs marked. The list is
 * virtual, because thousands of turns can differ.
 */
export function CompareView({ player }: { readonly player: Player | null }) {
  const { retranscription } = useParley()
  const differences = useStore(retranscription.differences)
  const frame = useRef<HTMLElement>(null)
  const list = useRef<VirtuosoHandle>(null)
  const [active, setActive] = useState(0)
  /** The row that gets the focus when the decided one has gone. */
  const next = useRef<number | null>(null)
  const last = differences.length - 1

  const focus = useCallback(
    (wanted: number) => {
      const index = Math.max(0, Math.min(wanted, differences.length - 1))
      const key = differences[index]?.key
      if (key === undefined) return
      list.current?.scrollIntoView({ index })
      // The list draws later, and still has the row that was decided.
      const look = (frames: number) => {
        const row = frame.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)
        if (row) row.focus({ preventScroll: true })
        else if (frames < patience) requestAnimationFrame(() => look(frames + 1))
      }
      look(0)
    },
    [differences],
  )
  useLayoutEffect(() => {
    if (next.current === null) return
    focus(next.current)
    next.current = null
  }, [focus])

  const choose = useCallback(
    (index: number, take: boolean) => {
      const difference = differences[index]
      if (difference === undefined) return
      next.current = index
      void retranscription.choose(difference.key, take)
    },
    [retranscription, differences],
  )
  const context = useMemo((): ListContext => {
    const onKeyDown = (event: KeyboardEvent, index: number) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return
      const key = event.key.toLowerCase()
      if (key === 'arrowdown') focus(index + 1)
      else if (key === 'arrowup') focus(index - 1)
      else if (key === 'home') focus(0)
      else if (key === 'end') focus(last)
      else if (key === 'a') choose(index, true)
      else if (key === 'k') choose(index, false)
      else return
      event.preventDefault()
    }
    return { count: last + 1, active: Math.min(active, last), onFocus: setActive, onKeyDown }
  }, [active, last, focus, choose])
  const draw = useCallback(
    (index: number, difference: TextDifference) => (
      <CompareRow
        difference={difference}
        player={player}
        onChoose={(take) => choose(index, take)}
      />
    ),
    [player, choose],
  )
  return (
    <section ref={frame} className={styles['view']} aria-label={text.compareTitle}>
      <div className={clsx(styles['row'], styles['heads'])}>
        <span />
        <h2>{text.today}</h2>
        <h2>{text.fresh}</h2>
        <KeyHints />
      </div>
      <Virtuoso
        ref={list}
        className={styles['scroller']}
        data={differences}
        context={context}
        computeItemKey={keyOf}
        itemContent={draw}
        components={components}
        increaseViewportBy={400}
      />
    </section>
  )
}

/** The keys above the buttons that they press: unseen buttons give the column its width. */
function KeyHints() {
  return (
    <div className={styles['buttons']}>
      <span className={styles['key']}>
        <Keys keys={['A']} />
        <Button className={styles['unseen']}>{text.accept}</Button>
      </span>
      <span className={styles['key']}>
        <Keys keys={['K']} />
        <Button look="quiet" className={styles['unseen']}>
          {text.keepTurn}
        </Button>
      </span>
    </div>
  )
}

function keyOf(_index: number, { key }: TextDifference): string {
  return key
}
