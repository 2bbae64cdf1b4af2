import { useEffect, useRef, useState } from 'react'
import { messages } from '../../../../common/text/window'
import type { Meeting, Suggested, SuggestionState } from '../../../../common/model'
import { useSelected, useStore } from '../../../shared/store'
import { Button } from '../../components/button'
import { Hint } from '../../components/form'
import { useParley } from '../../context'
import styles from './suggestion.module.css'

const text = messages.minutes.suggestion

/**
 * What of a suggestion the meeting does not have: what a person accepted, or had already, is no
 * suggestion. It is one again after an undo.
 */
export function newOf({ suggestion }: SuggestionState, meeting: Meeting) {
  const title = suggestion?.title ?? null
  return {
    title: title?.text === meeting.title ? null : title,
    tags: (suggestion?.tags ?? []).filter((tag) => !meeting.tags.includes(tag.text)),
  }
}

/** Offers the title and the tags that a model suggests, and takes back what was accepted. */
export function SuggestionCard({ meeting }: { readonly meeting: Meeting }) {
  const { suggestion: feature, notices } = useParley()
  const { id } = meeting
  const state = useStore(feature.open)
  const readOnly = useSelected(notices.readOnly, (error) => error !== null)
  /** How many edits were made here; older ones are undone elsewhere. */
  const [accepted, setAccepted] = useState(0)
  useEffect(() => void feature.load(id), [feature, id])
  if (state?.meetingId !== id || state.isAsking || readOnly) return null
  const { title, tags } = newOf(state, meeting)
  return (
    <>
      {(title !== null || tags.length > 0) && (
        <Offer
          meeting={meeting}
          title={title}
          tags={tags}
          onAccept={() => setAccepted((count) => count + 1)}
        />
      )}
      {accepted > 0 && <Undo onUndo={() => setAccepted((count) => count - 1)} />}
    </>
  )
}

interface OfferProps {
  readonly meeting: Meeting
  readonly title: Suggested | null
  readonly tags: readonly Suggested[]
  readonly onAccept: () => void
}

function Offer({ meeting, title, tags, onAccept }: OfferProps) {
  const { suggestion: feature } = useParley()
  const card = useRef<HTMLElement>(null)
  // It arrives above what a person reads.
  useEffect(() => card.current?.scrollIntoView({ block: 'nearest' }), [])
  const isDoubtful = [title ?? [], tags].flat().some(({ isSaid }) => !isSaid)
  const use = (chosen: string) => {
    onAccept()
    void feature.useTitle(chosen)
  }
  const add = (chosen: readonly Suggested[]) => {
    onAccept()
    void feature.addTags(
      meeting,
      chosen.map((tag) => tag.text),
    )
  }
  return (
    <section ref={card} className={styles['card']} aria-label={text.label}>
      {title && (
        <>
          <h2>{text.title}</h2>
          <div className={styles['row']}>
            <p className={styles['title']} dir="auto" data-unsaid={!title.isSaid || undefined}>
              {title.text}
            </p>
            <Button aria-label={text.useTitle(title.text)} onClick={() => use(title.text)}>
              {text.use}
            </Button>
          </div>
        </>
      )}
      {tags.length > 0 && (
        <>
          <h2>{text.tags}</h2>
          <div className={styles['row']}>
            <ul className={styles['tags']}>
              {tags.map((tag) => (
                <li key={tag.text}>
                  <button
                    type="button"
                    className={styles['tag']}
                    dir="auto"
                    data-unsaid={!tag.isSaid || undefined}
                    aria-label={text.add(tag.text)}
                    title={text.add(tag.text)}
                    onClick={() => add([tag])}
                  >
                    {tag.text}
                  </button>
                </li>
              ))}
            </ul>
            {tags.length > 1 && <Button onClick={() => add(tags)}>{text.addAll}</Button>}
          </div>
        </>
      )}
      <div className={styles['foot']}>
        {isDoubtful && <Hint>{text.notSaid}</Hint>}
        <Button look="quiet" onClick={() => void feature.dismiss(meeting.id)}>
          {text.dismiss}
        </Button>
      </div>
    </section>
  )
}

function Undo({ onUndo }: { readonly onUndo: () => void }) {
  const { corrections } = useParley()
  const last = useSelected(corrections.state, ({ undo }) => undo)
  if (last !== 'title' && last !== 'tags') return null
  return (
    <Button
      className={styles['start']}
      onClick={() => {
        onUndo()
        void corrections.undo()
      }}
    >
      {messages.meeting.edit.undo[last]}
    </Button>
  )
}
