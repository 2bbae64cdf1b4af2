import clsx from 'clsx'
import { memo, useCallback, useLayoutEffect, useMemo, useRef } from 'react'
import { messages } from '../../../preload/messages'
import { useSelected } from '../stores/store'
import type { Reader } from './reader'
import styles from './script.module.css'
import { isDoubtful, wordRanges, wordsOf, type ScriptTurn } from './words'

/** A stretch of a turn's text: a word, or what stands between words. */
export interface Piece {
  readonly text: string
  readonly word: number | null
  readonly doubtful: boolean
}

/** The text of a turn cut at each word, or only at the words that the engine was not sure of. */
export function piecesOf(turn: ScriptTurn, eachWord: boolean): readonly Piece[] {
  const words = wordsOf(turn)
  const pieces: Piece[] = []
  let from = 0
  const between = (to: number) => {
    if (to > from) pieces.push({ text: turn.text.slice(from, to), word: null, doubtful: false })
  }
  for (const [word, range] of wordRanges(turn).entries()) {
    const said = words[word]
    const doubtful = said !== undefined && isDoubtful(said)
    if (range === null || !(eachWord || doubtful)) continue
    between(range[0])
    pieces.push({ text: turn.text.slice(...range), word, doubtful })
    from = range[1]
  }
  between(turn.text.length)
  return pieces
}

interface TurnTextProps {
  readonly rowKey: string
  readonly turn: ScriptTurn
  readonly reader: Reader
}

/** The words of a final turn. Only the turn that the keyboard is in has an element for each word. */
export const TurnText = memo(function TurnText({ rowKey, turn, reader }: TurnTextProps) {
  const cursor = useSelected(reader.cursor, (place) => (place?.key === rowKey ? place : null))
  const active = cursor !== null
  const pieces = useMemo(() => piecesOf(turn, active), [turn, active])
  const text = useRef<HTMLParagraphElement | null>(null)
  const { texts } = reader
  const attach = useCallback(
    (element: HTMLParagraphElement) => {
      text.current = element
      return texts.add(rowKey, element)
    },
    [texts, rowKey],
  )
  // Ranges of the text that was there before mean nothing in this one.
  useLayoutEffect(() => texts.changed(), [texts, pieces])
  useLayoutEffect(() => {
    if (!cursor?.focus) return
    const word = text.current?.querySelector<HTMLElement>(`[data-word="${cursor.word}"]`)
    word?.focus({ preventScroll: true })
  }, [cursor])
  return (
    <p className={styles['text']} lang={turn.language ?? undefined} data-row={rowKey} ref={attach}>
      {pieces.map((piece, index) =>
        piece.word === null ? (
          piece.text
        ) : (
          <WordPiece
            key={index}
            piece={piece}
            stands={cursor?.word === piece.word}
            found={cursor?.word === piece.word && cursor.found}
            active={active}
          />
        ),
      )}
    </p>
  )
})

interface WordPieceProps {
  readonly piece: Piece
  readonly stands: boolean
  readonly found: boolean
  readonly active: boolean
}

function WordPiece({ piece, stands, found, active }: WordPieceProps) {
  const look = clsx(piece.doubtful && styles['low'], found && styles['found'])
  const note = piece.doubtful ? messages.meeting.review.doubtful : undefined
  if (!active) {
    return (
      <span className={look} title={note}>
        {piece.text}
      </span>
    )
  }
  return (
    <span
      role="button"
      tabIndex={stands ? 0 : -1}
      className={clsx(styles['word'], look)}
      title={note}
      data-word={piece.word}
    >
      {piece.text}
    </span>
  )
}
