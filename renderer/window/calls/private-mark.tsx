import { messages } from '../../../common/text/window'
import { useSelected } from '../../shared/store'
import { Chip } from '../components/chip'
import { useParley } from '../context'

const text = messages.settings.calls.hidden
const isLinux = navigator.userAgent.includes('Linux')

/** Says what other people do not see of this screen, where the system can hide it. */
export function PrivateMark() {
  const { settings } = useParley()
  const hidden = useSelected(settings.current, (current) => {
    if (current === null || isLinux) return null
    const { window, captions } = current.privateScreens
    if (window) return captions ? text.both : text.window
    return captions ? text.captions : null
  })
  if (hidden === null) return null
  return (
    <Chip tone="plain" data-private>
      {hidden}
    </Chip>
  )
}
