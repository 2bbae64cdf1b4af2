// Written by npm run css-types.
declare const styles: {
  readonly 'bar': string
  readonly 'cancel': string
  readonly 'file': string
  readonly 'list': string
  readonly 'name': string
  readonly 'step': string
}
export default styles
