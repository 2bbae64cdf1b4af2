// Written by npm run css-types.
declare const styles: {
  readonly 'buttons': string
  readonly 'head': string
  readonly 'item': string
  readonly 'items': string
  readonly 'kind': string
  readonly 'said': string
  readonly 'text': string
}
export default styles
