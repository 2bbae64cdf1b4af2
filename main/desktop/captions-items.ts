import type { MenuItemConstructorOptions } from 'electron'
import { mainMessages } from '../../common/text'
import type { CaptionsMenu } from '../captions'

/** What the menu and the tray offer of the captions: to show them, and to take clicks back. */
export function captionsItems(captions: CaptionsMenu): MenuItemConstructorOptions[] {
  const text = mainMessages.menu
  return [
    {
      id: 'captions',
      label: text.captions,
      type: 'checkbox',
      checked: captions.shown,
      click: captions.toggle,
    },
    {
      id: 'captions-click-through',
      label: text.clicksThrough,
      type: 'checkbox',
      checked: captions.clickThrough,
      enabled: captions.shown,
      click: captions.toggleClickThrough,
    },
  ]
}
