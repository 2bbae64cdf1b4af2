// Written by npm run css-types.
declare const styles: {
  readonly 'bar': string
  readonly 'body': string
  readonly 'empty': string
  readonly 'head': string
  readonly 'late': string
  readonly 'pane': string
  readonly 'sub': string
  readonly 'titles': string
  readonly 'transcript': string
  readonly 'waiting': string
}
export default styles
