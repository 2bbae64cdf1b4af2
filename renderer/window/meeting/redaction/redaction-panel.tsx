import { useEffect } from 'react'
import { messages } from '../../../../common/text/window'
import type { NewRedaction, Redaction } from '../../../../common/model'
import { useSelected, useStore } from '../../../shared/store'
import { Button } from '../../components/button'
import { Hint } from '../../components/form'
import { useFocusStays } from '../../components/use-focus-stays'
import { useParley } from '../../context'
import { clock } from '../../format'
import type { Player } from '../../transcript/model/transcript-session'
import minutesStyles from '../minutes/minutes.module.css'
import styles from './redaction.module.css'
import { PanelScroller } from '../side/panel-scroller'

const text = messages.redaction

interface RedactionPanelProps {
  readonly meetingId: string
  readonly player: Player
}

/** What the rules find, what is hidden, and the way back. */
export function RedactionPanel({ meetingId, player }: RedactionPanelProps) {
  const { redactions, notices } = useParley()
  const state = useStore(redactions.open)
  const place = useFocusStays<HTMLDivElement>(state)
  const readOnly = useSelected(notices.readOnly, (error) => error !== null)
  useEffect(() => redactions.find(meetingId), [redactions, meetingId])
  if (state?.meetingId !== meetingId) return null
  const { found, redactions: hidden } = state
  return (
    <PanelScroller ref={place}>
      <Hint>{text.intro}</Hint>
      <section
        className={minutesStyles['section']}
        aria-label={text.found}
        aria-busy={found === null}
      >
        <header className={styles['head']}>
          <h2>{text.found}</h2>
          {found !== null && found.length > 1 && (
            <Button disabled={readOnly} onClick={() => void redactions.add(found)}>
              {text.hideAll(found.length)}
            </Button>
          )}
        </header>
        {found?.length === 0 && <Hint>{text.nothingFound}</Hint>}
        <ul className={styles['items']}>
          {found?.map((one) => (
            <Item key={keyOf(one)} one={one} player={player}>
              <Button
                look="quiet"
                disabled={readOnly}
                aria-label={text.hideThis(one.text)}
                onClick={() => void redactions.add([one])}
              >
                {text.hide}
              </Button>
            </Item>
          ))}
        </ul>
      </section>
      <section className={minutesStyles['section']} aria-label={text.hidden}>
        <header className={styles['head']}>
          <h2>{text.hidden}</h2>
          {hidden.length > 1 && (
            <Button look="quiet" disabled={readOnly} onClick={() => void redactions.remove(hidden)}>
              {text.showAll}
            </Button>
          )}
        </header>
        <Hint>{hidden.length === 0 ? text.nothingHidden : text.effect}</Hint>
        <ul className={styles['items']}>
          {hidden.map((one) => (
            <Item key={one.id} one={one} player={player}>
              {isByHand(one) && (
                <Button
                  look="quiet"
                  disabled={readOnly}
                  onClick={() => void redactions.add([{ ...one, place: null }])}
                >
                  {text.everywhere}
                </Button>
              )}
              <Button
                look="quiet"
                disabled={readOnly}
                aria-label={text.showThis(one.text)}
                onClick={() => void redactions.remove([one])}
              >
                {text.show}
              </Button>
            </Item>
          ))}
        </ul>
      </section>
    </PanelScroller>
  )
}

const isByHand = ({ kind, place }: Redaction) => kind === 'hand' && place !== null

const keyOf = ({ kind, place, text: said }: NewRedaction) =>
  `${kind} ${place?.source ?? ''} ${place?.startMs ?? ''} ${said}`

interface ItemProps {
  readonly one: NewRedaction
  readonly player: Player
  readonly children: React.ReactNode
}

/** One text with its kind and its time, and what can be done with it. */
function Item({ one, player, children }: ItemProps) {
  const parley = useParley()
  const { kind, place, text: said } = one
  const at = place?.startMs ?? null
  return (
    <li className={styles['item']}>
      <div className={styles['said']}>
        <span className={styles['text']}>
          <bdi>{said}</bdi>
        </span>
        <span className={styles['kind']}>
          {text.kinds[kind]}
          {at === null ? (
            ` · ${text.whole}`
          ) : (
            <button
              type="button"
              className={minutesStyles['moment']}
              title={messages.minutes.goTo(clock(at))}
              onClick={() => {
                const { meetingId } = parley.transcript.open.get()
                if (meetingId !== null) void parley.meeting.open(meetingId, { ms: at })
                player.playFrom(at)
              }}
            >
              {clock(at)}
            </button>
          )}
        </span>
      </div>
      <div className={styles['buttons']}>{children}</div>
    </li>
  )
}
