// Written by npm run css-types.
declare const styles: {
  readonly 'active': string
  readonly 'backdrop': string
  readonly 'field': string
  readonly 'list': string
  readonly 'none': string
  readonly 'popup': string
  readonly 'row': string
}
export default styles
