// Written by npm run css-types.
declare const styles: {
  readonly 'box': string
  readonly 'facts': string
  readonly 'foot': string
  readonly 'line': string
  readonly 'lines': string
  readonly 'moment': string
  readonly 'moments': string
  readonly 'section': string
  readonly 'start': string
  readonly 'template': string
  readonly 'text': string
  readonly 'unfound': string
  readonly 'write': string
}
export default styles
