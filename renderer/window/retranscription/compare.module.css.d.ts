// Written by npm run css-types.
declare const styles: {
  readonly 'at': string
  readonly 'buttons': string
  readonly 'heads': string
  readonly 'key': string
  readonly 'list': string
  readonly 'none': string
  readonly 'note': string
  readonly 'row': string
  readonly 'scroller': string
  readonly 'text': string
  readonly 'unseen': string
  readonly 'view': string
  readonly 'who': string
}
export default styles
