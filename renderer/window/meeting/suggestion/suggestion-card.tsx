import { useEffect, useState } from 'react'
import { messages } from '../../../../common/text/window'
import type { Meeting, Suggested } from '../../../../common/model'
import { useSelected, useStore } from '../../../shared/store'
import { Button } from '../../components/button'
import { Hint } from '../../components/form'
import { Problem } from '../../components/problem'
import { useParley } from '../../context'
import styles from './suggestion.module.css'

const text = messages.minutes.suggestion

/** Offers the title and the tags that a model suggests, or the way to ask for them. */
export function SuggestionCard({ meeting }: { readonly meeting: Meeting }) {
  const { suggestion: feature, notices } = useParley()
  const { id } = meeting
  const state = useStore(feature.open)
  const readOnly = useSelected(notices.readOnly, (error) => error !== null)
  useEffect(() => void feature.load(id), [feature, id])
  if (state?.meetingId !== id) return null
  if (state.isAsking) {
    return (
      <div className={styles['ask']} role="status">
        <Hint>{text.asking}</Hint>
        <Button look="quiet" onClick={() => void feature.cancel(id)}>
          {messages.shell.cancel}
        </Button>
      </div>
    )
  }
  // What a person accepted, or had already, is no suggestion. It is one again after an undo.
  const title = state.suggestion?.title ?? null
  const newTitle = title?.text === meeting.title ? null : title
  const newTags = (state.suggestion?.tags ?? []).filter((tag) => !meeting.tags.includes(tag.text))
  const isEmpty = newTitle === null && newTags.length === 0
  return (
    <>
      {state.error !== null && <Problem error={state.error} />}
      {!isEmpty && !readOnly && <Offer meeting={meeting} title={newTitle} tags={newTags} />}
      <Undo />
      {isEmpty && (
        <Button
          look="quiet"
          className={styles['start']}
          disabled={readOnly}
          onClick={() => void feature.ask(id)}
        >
          {text.ask}
        </Button>
      )}
    </>
  )
}

interface OfferProps {
  readonly meeting: Meeting
  readonly title: Suggested | null
  readonly tags: readonly Suggested[]
}

function Offer({ meeting, title, tags }: OfferProps) {
  const { suggestion: feature } = useParley()
  const isDoubtful = [title ?? [], tags].flat().some(({ isSaid }) => !isSaid)
  const add = (chosen: readonly Suggested[]) =>
    void feature.addTags(
      meeting,
      chosen.map((tag) => tag.text),
    )
  return (
    <section className={styles['card']} aria-label={text.label}>
      {title && (
        <>
          <h2>{text.title}</h2>
          <div className={styles['row']}>
            <p className={styles['title']} dir="auto" data-unsaid={!title.isSaid || undefined}>
              {title.text}
            </p>
            <Button
              aria-label={text.useTitle(title.text)}
              onClick={() => void feature.useTitle(title.text)}
            >
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

/** Undoes what was accepted here; an older edit is undone elsewhere. */
function Undo() {
  const { corrections } = useParley()
  const last = useSelected(corrections.state, ({ undo }) => undo)
  const [atFirst] = useState(last)
  if (last === atFirst || (last !== 'title' && last !== 'tags')) return null
  return (
    <Button look="quiet" className={styles['start']} onClick={() => void corrections.undo()}>
      {messages.meeting.edit.undo[last]}
    </Button>
  )
}
