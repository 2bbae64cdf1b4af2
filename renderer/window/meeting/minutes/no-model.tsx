import type { ReactNode } from 'react'
import { messages } from '../../../../common/text/window'
import { Button } from '../../components/button'
import { Buttons } from '../../components/card'
import { Hint } from '../../components/form'
import { useParley } from '../../context'
import styles from './minutes.module.css'
import { PanelScroller } from '../side/panel-scroller'

const text = messages.minutes.none

/** Without any model: what is possible, and how. `children` are more buttons. */
export function NoModel({ children }: { readonly children?: ReactNode }) {
  const { navigation } = useParley()
  return (
    <PanelScroller>
      <div className={styles['start']}>
        <h2>{text.title}</h2>
        <p>{text.text}</p>
        <p>{text.where}</p>
        <Hint>{text.nothing}</Hint>
        <Buttons>
          <Button look="primary" onClick={() => navigation.openSettings('summaries')}>
            {text.choose}
          </Button>
          {children}
        </Buttons>
      </div>
    </PanelScroller>
  )
}
