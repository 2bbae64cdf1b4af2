import clsx from 'clsx'
import { memo, useCallback, useLayoutEffect, useMemo, useRef } from 'react'
import { messages } from '../../../../common/text/window'
import { useSelected } from '../../../shared/store'
import type { TranscriptSession } from '../model/transcript-session'
import styles from './transcript.module.css'
import {
  isDoubtful,
  isLanguageDoubtful,
  wordRanges,
  wordsOf,
  type TranscriptTurn,
} from '../model/turn-words'

/** A part of the text of a turn: a word, or the text between two words. */
export interface Piece {
  readonly text: string
  readonly word: number | null
  readonly doubtful: boolean
}

/** Splits the text of a turn at each word, or only at words that the engine was not sure of. */
function piecesOf(turn: TranscriptTurn, eachWord: boolean): readonly Piece[] {
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

/** A language that may be wrong would be read aloud wrongly. */
function languageOf(turn: TranscriptTurn): string | undefined {
  return isLanguageDoubtful(turn) ? undefined : (turn.language ?? undefined)
}

interface TurnTextProps {
  readonly rowKey: string
  readonly turn: TranscriptTurn
  readonly session: TranscriptSession
}

/** The words of a final turn. Only the turn with the cursor has an element for each word. */
export const TurnText = memo(function TurnText({ rowKey, turn, session }: TurnTextProps) {
  const cursor = useSelected(session.cursor, (wordRef) =>
    wordRef?.key === rowKey ? wordRef : null,
  )
  const active = cursor !== null
  const pieces = useMemo(() => piecesOf(turn, active), [turn, active])
  const text = useRef<HTMLParagraphElement | null>(null)
  const { texts } = session
  const attach = useCallback(
    (element: HTMLParagraphElement) => {
      text.current = element
      return texts.add(rowKey, element)
    },
    [texts, rowKey],
  )
  // Ranges of the previous text are not valid in this one.
  useLayoutEffect(() => texts.changed(), [texts, pieces])
  useLayoutEffect(() => {
    if (!cursor?.focus) return
    const word = text.current?.querySelector<HTMLElement>(`[data-word="${cursor.word}"]`)
    word?.focus({ preventScroll: true })
  }, [cursor])
  return (
    <p className={styles['text']} dir="auto" lang={languageOf(turn)} data-row={rowKey} ref={attach}>
      {pieces.map((piece, index) =>
        piece.word === null ? (
          piece.text
        ) : (
          <WordPiece
            key={index}
            piece={piece}
            isCursor={cursor?.word === piece.word}
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
  readonly isCursor: boolean
  readonly found: boolean
  readonly active: boolean
}

function WordPiece({ piece, isCursor, found, active }: WordPieceProps) {
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
      tabIndex={isCursor ? 0 : -1}
      className={clsx(styles['word'], look)}
      title={note}
      data-word={piece.word}
    >
      {piece.text}
    </span>
  )
}
