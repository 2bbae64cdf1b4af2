// Written by npm run css-types.
declare const styles: {
  readonly 'code': string
  readonly 'field': string
  readonly 'heading': string
  readonly 'ink': string
  readonly 'line': string
  readonly 'scroller': string
  readonly 'sheet': string
  readonly 'sign': string
  readonly 'strong': string
  readonly 'time': string
}
export default styles
