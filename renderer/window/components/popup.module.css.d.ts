// Written by npm run css-types.
declare const styles: {
  readonly 'check': string
  readonly 'chevron': string
  readonly 'choice': string
  readonly 'item': string
  readonly 'itemSub': string
  readonly 'itemText': string
  readonly 'popup': string
  readonly 'portal': string
  readonly 'positioner': string
  readonly 'trigger': string
}
export default styles
