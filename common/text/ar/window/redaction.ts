import type { Translation } from '../../catalogue'
import { createPlural } from '../../plural'

const plural = createPlural('ar-u-nu-latn')

export const redaction: Translation['window']['redaction'] = {
  tab: 'إخفاء',
  intro:
    'لإخفاء ما لا ينبغي أن يغادر هذا الكمبيوتر: يُرجى تحديد كلمات في النص والضغط على H، أو استخدام ما عُثر عليه هنا.',
  found: 'عُثر عليه في هذا الاجتماع',
  nothingFound: 'لم يُعثر على أرقام أو عناوين أو أسماء أخرى. لا تعثر القواعد على كل شيء.',
  hide: 'إخفاء',
  hideThis: (text) => `إخفاء ${text}`,
  hideAll: (count) => plural(count, { one: 'إخفاء', other: 'إخفاء الكل (#)' }),
  hidden: 'مخفي',
  nothingHidden: 'لا يوجد شيء مخفي.',
  effect:
    'لا يظهر في التصدير ولا في الحافظة ولا فيما يحصل عليه النموذج. ويكون الصوت المصدَّر صامتًا هناك. ويبقى الاجتماع نفسه كما هو.',
  show: 'إظهار من جديد',
  showThis: (text) => `إظهار من جديد: ${text}`,
  showAll: 'إظهار الكل من جديد',
  everywhere: 'في كل مكان',
  whole: 'في الاجتماع كله',
  hideWord: (word) => `إخفاء «${word}» في التصدير`,
  kinds: {
    card: 'بطاقة',
    iban: 'حساب',
    phone: 'هاتف',
    number: 'رقم',
    email: 'بريد إلكتروني',
    address: 'عنوان',
    name: 'اسم',
    hand: 'اختيار يدوي',
  },
}
