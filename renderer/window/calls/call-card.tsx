import { messages } from '../../../common/text/window'
import { useSelected } from '../../shared/store'
import { Button } from '../components/button'
import { useParley } from '../context'
import styles from './calls.module.css'

/** The question about a call, over the lower corner of the window. It takes no focus. */
export function CallCard() {
  const { calls } = useParley()
  const offer = useSelected(calls.state, (state) => state.offer)
  const text = offer === null ? null : messages.calls[offer.kind]
  return (
    <div className={styles['place']} role="status" data-kind={offer?.kind}>
      {offer !== null && text !== null && (
        <section className={styles['card']} aria-label={text.title(offer.program.name)}>
          <h2>{text.title(offer.program.name)}</h2>
          <p>{text.body}</p>
          <div className={styles['buttons']}>
            {offer.kind === 'record' && (
              <Button className={styles['never']} onClick={() => calls.answer('never')}>
                {messages.calls.record.never(offer.program.name)}
              </Button>
            )}
            <Button onClick={() => calls.answer('no')}>{text.no}</Button>
            <Button look="primary" onClick={() => calls.answer('yes')}>
              {text.yes}
            </Button>
          </div>
        </section>
      )}
    </div>
  )
}
