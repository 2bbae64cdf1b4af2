import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'

const plural = createPlural('ar-u-nu-latn')

export const commands: Translation['window']['commands'] = {
  title: 'لوحة الأوامر',
  field: 'كتابة أمر',
  none: 'لا يوجد أمر مطابق',
  count: (count) =>
    plural(count, {
      zero: 'لا أوامر',
      one: 'أمر واحد',
      two: 'أمران',
      few: '# أوامر',
      many: '# أمرًا',
      other: '# أمر',
    }),
  groups: {
    file: 'عام',
    view: 'عرض',
    recording: 'أثناء التسجيل',
    meeting: 'في اجتماع',
    transcript: 'في النص',
    help: 'مساعدة',
  },
  transcript: {
    words: 'الكلمة التالية أو السابقة',
    turns: 'المداخلة التالية أو السابقة',
    ends: 'أول كلمة أو آخر كلمة في المداخلة',
    play: 'التشغيل من الكلمة الحالية',
    edit: 'تحرير نص مداخلة',
    menu: 'إجراءات هذه المداخلة',
  },
}
