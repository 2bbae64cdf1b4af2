import { messages } from '../../../common/text/window'
import { useSelected, useStore } from '../../shared/store'
import { OfferLine } from '../components/offer-line'
import { useParley } from '../context'

const text = messages.shell.update

/** Offers to restart into a new version, but never during a recording. */
export function UpdateLine() {
  const { update, recording } = useParley()
  const { stage, version } = useStore(update.state)
  const postponed = useStore(update.postponed)
  const idle = useSelected(recording.status, ({ state }) => state === 'idle')
  if (stage !== 'ready' || version === null || version === postponed || !idle) return null
  return (
    <OfferLine
      aria-label={text.label}
      text={text.ready(version)}
      actions={[
        { label: text.restart, onClick: () => void update.restart() },
        { label: text.later, onClick: () => update.postponed.set(version) },
      ]}
    />
  )
}
