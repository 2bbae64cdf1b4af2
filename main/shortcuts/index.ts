// Keys that work while another program is in front.
export { joinPortalFeature, setupShortcuts } from './setup'
