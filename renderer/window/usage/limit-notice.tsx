import { errorValue } from '../../../common/errors'
import { messages } from '../../../common/text/window'
import { useSelected } from '../../shared/store'
import { useParley } from '../context'
import { Banner } from '../notices/banner'
import { dollars } from './usage-text'

/** Says that the limit of the month is reached, before Record and while recording through the service. */
export function LimitNotice() {
  const parley = useParley()
  const isService = useSelected(
    parley.settings.current,
    (settings) => settings?.engine === 'service',
  )
  const cents = useSelected(parley.usage.month, (month) =>
    month?.isOverLimit === true ? dollars(month.cents) : null,
  )
  if (!isService || cents === null) return null
  return <Banner error={errorValue('cost-limit', messages.settings.usage.about(cents))} />
}
