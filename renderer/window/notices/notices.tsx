import { useStore } from '../../shared/store'
import { useParley } from '../context'
import { Banner } from './banner'

/** Says why the library cannot be changed, for as long as it cannot. */
export function ReadOnlyNotice() {
  const error = useStore(useParley().notices.readOnly)
  return error && <Banner error={error} />
}

/** The failure of the last action. */
export function ActionNotice() {
  const { notices } = useParley()
  const error = useStore(notices.current)
  return error && <Banner error={error} onClose={notices.close} />
}
