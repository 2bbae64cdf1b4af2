// Written by npm run css-types.
declare const styles: {
  readonly 'choice': string
  readonly 'choices': string
  readonly 'name': string
  readonly 'tag': string
  readonly 'text': string
}
export default styles
