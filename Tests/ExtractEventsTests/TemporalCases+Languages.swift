/// Hijri dates, named days, traps, parts of the day, English, Sorani.
extension TemporalReaderTests {
  static let hijri = """
    2021-08-19 | سقطت قذيفتا هاون يوم 10 محرم 1443 هـ دون إصابات.
      = يوم 10 محرم 1443 هـ = 2021-08-18..2021-08-20 range stated
    2021-09-01 | في العاشر من محرم قتل مدني.
      = العاشر من محرم = 2021-08-18..2021-08-20 range stated
    2021-09-01 | 10 محرم 1443 هـ الموافق 18 آب 2021.
      = 10 محرم 1443 هـ الموافق 18 آب 2021 = 2021-08-18 day stated
    2021-09-01 | خلال شهر رمضان قتل مدني.
      = شهر رمضان = 2021-04-12..2021-05-13 range stated
    2021-09-01 | رمضان 2014 شهد هجمات.
      = رمضان 2014 = 2014-06-28..2014-07-29 range stated
    2021-09-01 | ليلة 10 محرم قتل مدني.
      = ليلة 10 محرم = 2021-08-18..2021-08-20 range stated night
    | 10 محرم قتل مدني.
      = 10 محرم = - unresolved stated
    """

  static let named = """
    2021-09-01 | بعد أحداث 11 أيلول تغير كل شيء.
      = أحداث 11 أيلول = 2001-09-11 day stated span
    2021-09-01 | تفجيرات 11 أيلول 2001 غيرت كل شيء.
      = 11 أيلول 2001 = 2001-09-11 day stated span
    2021-09-01 | الأحد 11 أيلول 2016 قتل مدني.
      = الأحد 11 أيلول 2016 = 2016-09-11 day stated
    2021-09-01 | في 16 أكتوبر 2017 انسحبت القوات.
      = 16 أكتوبر 2017 = 2017-10-16 day stated
    2021-09-01 | After the September 11 attacks everything changed.
      = September 11 attacks = 2001-09-11 day stated span
    """

  static let traps = """
    2021-09-01 | قتل أب وابنه.
    2021-09-01 | مارس ضغوطا على القرية.
    2021-09-01 | قال أحد الجنود.
    2021-09-01 | قتل الأحد عشر شخصا.
    2021-09-01 | في خطبة الجمعة قال.
    2021-09-01 | سيارة نوع نيسان.
    2021-09-01 | قال النائب صباح الساعدي.
    2021-09-01 | قال رمضان عبد الله.
    2021-09-01 | قال مصدر لبغداد اليوم.
    2021-09-01 | في بغداد اليوم انفجار.
      = اليوم = 2021-09-01 day relative
    2021-09-01 | في شارع 14 تموز انفجار.
    2021-09-01 | في 14 تموز قتل مدني.
      = 14 تموز = 2021-07-14 day stated
    2021-09-01 | في 2000 منزل.
    2021-09-01 | كل يوم يقتل مدني.
    2021-09-01 | قتل يوم ما.
    2021-09-01 | They may march to Baghdad on foot.
    2021-09-01 | The sun sat low in the 1990s.
    2021-09-01 | In March 15 people were killed.
      = March = 2021-03-01..2021-03-31 month stated
    2021-09-01 | The July 14 Bridge was closed.
    """

  static let dayparts = """
    2021-09-01 | فجراً قتل مدني.
      = فجراً = - unresolved relative dawn
    2021-09-01 | قتل مدني بعد منتصف الليل.
      = بعد منتصف الليل = - unresolved relative night
    2021-09-01 | قتل مدني بعد منتصف ليل الثلاثاء.
      = بعد منتصف ليل الثلاثاء = 2021-09-01 day relative night
    2021-09-02 | اختفى ناشط منذ مساء الثلاثاء.
      = منذ مساء الثلاثاء = 2021-08-31 day relative evening
    2021-09-02 | المعارك الدائرة منذ مساء الثلاثاء.
      = منذ مساء الثلاثاء = 2021-08-31..2021-09-02 range relative
    2021-09-01 | قتل مدني في الساعة الثامنة مساء.
      = مساء = - unresolved relative evening
    2021-09-01 | A soldier was killed at dawn.
      = at dawn = - unresolved relative dawn
    2021-09-01 | A night raid killed a soldier.
    """

  static let english = """
    2021-01-05 | Bandits killed nine worshippers on Christmas night.
      = on Christmas night = 2020-12-25 day stated night
    2021-03-11 | Gunmen killed two men at the weekend.
      = at the weekend = 2021-03-06..2021-03-07 range relative night
    2021-03-11 | Turkish jets struck PKK positions on Wednesday, the ministry said.
      = on Wednesday = 2021-03-10 day relative
    2022-01-20 | Eleven soldiers were killed in Udhaim early Friday.
      = early Friday = 2022-01-14 day relative morning
    2022-01-20 | Soldiers were killed late Friday night.
      = late Friday night = 2022-01-14 day relative night
    2022-01-20 | Soldiers were killed on the morning of March 6, 2021.
      = morning of March 6, 2021 = 2021-03-06 day stated morning
    2021-09-01 | A blast on Wednesday, March 6, 2019 killed two.
      = on Wednesday, March 6, 2019 = 2019-03-06 day stated
    2021-09-01 | A blast on 6 March killed two.
      = 6 March = 2021-03-06 day stated
    2021-09-01 | A blast on Sept. 16, 2020, killed two.
      = Sept. 16, 2020 = 2020-09-16 day stated
    2021-09-01 | Troops withdrew in October 2017.
      = October 2017 = 2017-10-01..2017-10-31 month stated
    2021-09-01 | Troops withdrew in March 2019.
      = March 2019 = 2019-03-01..2019-03-31 month stated
    2021-09-01 | Troops withdrew in May.
      = May = 2021-05-01..2021-05-31 month stated
    2021-09-01 | Troops withdrew last Wednesday.
      = last Wednesday = 2021-08-25 day relative
    2021-09-01 | Troops will withdraw next Friday.
      = next Friday = 2021-09-03 day relative future
    2021-09-01 | Two days ago a bomb exploded.
      = Two days ago = 2021-08-30 day relative
    2021-09-01 | Three weeks ago a bomb exploded.
      = Three weeks ago = 2021-08-08..2021-08-14 week relative
    2021-09-01 | A bomb exploded a year ago.
      = a year ago = 2020-01-01..2020-12-31 year relative
    2021-09-01 | A bomb exploded in the city Wednesday.
      = Wednesday = 2021-09-01 day relative
    2021-09-01 | A bomb exploded yesterday afternoon.
      = yesterday afternoon = 2021-08-31 day relative afternoon
    2021-09-01 | A bomb exploded Friday night into Saturday.
      = Friday night into Saturday = 2021-08-27..2021-08-28 range relative night
    2021-09-01 | From Dec. 28, 2019 to Jan. 3, 2020 they fought.
      = From Dec. 28, 2019 to Jan. 3, 2020 = 2019-12-28..2020-01-03 range stated
    2021-09-01 | They fought on March 5-7, 2020.
      = March 5-7, 2020 = 2020-03-05..2020-03-07 range stated
    2021-09-01 | They fought between 2014 and 2017.
      = between 2014 and 2017 = 2014-01-01..2017-12-31 range stated span
    2021-09-01 | They fought from March to May 2019.
      = from March to May 2019 = 2019-03-01..2019-05-31 range stated span
    2021-09-01 | They fought in 2017-2018.
      = in 2017-2018 = 2017-01-01..2018-12-31 range stated span
    2021-09-01 | They have fought since 2003.
      = since 2003 = 2003-01-01..2021-09-01 range stated span
    2021-09-01 | They fought in recent weeks.
      = in recent weeks = 2021-07-21..2021-09-01 range relative span
    2021-09-01 | They fought over the past 3 years.
      = over the past 3 years = 2018-09-01..2021-09-01 range relative span
    2021-09-01 | They fought in the past 24 hours.
      = in the past 24 hours = 2021-08-31..2021-09-01 range relative
    2021-09-01 | They fought in late 2014.
      = late 2014 = 2014-10-01..2014-12-31 range stated
    2021-09-01 | They fought in mid-March.
      = mid-March = 2021-03-11..2021-03-20 range stated
    2021-09-01 | They fought at the end of October 2017.
      = the end of October 2017 = 2017-10-21..2017-10-31 range stated
    2021-09-01 | They fought in the summer of 2014.
      = summer of 2014 = 2014-06-01..2014-08-31 range stated
    2021-09-01 | A bomb exploded on 10/16/2017 in the town.
      = 10/16/2017 = 2017-10-16 day stated
    2016-03-06 | 03/05/2016: Two rockets landed near the base.
      = 03/05/2016 = 2016-03-05 day stated
    2016-05-06 | 03/05/2016: Two rockets landed near the base.
      = 03/05/2016 = 2016-05-03 day stated
    2016-04-20 | 04/07/2016: Two rockets landed near the base.
      = 04/07/2016 = 2016-04-07 day stated
    2016-12-20 | 09.11.2016: Two rockets landed near the base.
      = 09.11.2016 = 2016-11-09 day stated
    | 03/05/2016: Two rockets landed near the base.
      = 03/05/2016 = 2016-03-05 day stated
    | 03.05.2016: Two rockets landed near the base.
      = 03.05.2016 = 2016-05-03 day stated
    2016-03-06 | 2016-03-05: Two rockets landed near the base.
      = 2016-03-05 = 2016-03-05 day stated
    2021-09-01 | On the night of 5/6 August 2021 they fought.
      = night of 5/6 August 2021 = 2021-08-05..2021-08-06 range stated night
    2021-09-01 | Overnight on 5-6 August 2021 they fought.
      = Overnight on 5-6 August 2021 = 2021-08-05..2021-08-06 range stated night
    2021-09-01 | Around 30 August 2021 (as reported), they fought.
      = 30 August 2021 = 2021-08-30 day stated
    2021-09-01 | On 5 July 2021 they met. The next day they fought.
      = 5 July 2021 = 2021-07-05 day stated
      = The next day = 2021-07-06 day relative
    2021-09-01 | A bomb exploded at 8:30 p.m. on Tuesday.
      = p.m. on Tuesday = 2021-08-31 day relative evening
    2021-09-01 | A bomb exploded at 4 a.m. Tuesday.
      = a.m. Tuesday = 2021-08-31 day relative dawn
    2021-09-01 | They will meet next week.
      = next week = 2021-09-05..2021-09-11 week relative future
    """

  static let sorani = """
    2021-09-01 | شەوی 5 لەسەر 6ی ئاب هێرش کرا.
      = شەوی 5 لەسەر 6ی ئاب = 2021-08-05..2021-08-06 range stated night
    2021-03-10 | ئەمڕۆ چوارشەممە، دوو پێشمەرگە شەهید بوون.
      = ئەمڕۆ چوارشەممە = 2021-03-10 day relative
    2021-03-11 | لە ١٦ی ئۆکتۆبەری ٢٠١٧ هێزەکان گرتیان.
      = ١٦ی ئۆکتۆبەری ٢٠١٧ = 2017-10-16 day stated
    2015-09-17 | ئەمڕۆ پێنجشەممە (16.9.2015) هێرشێک کرا.
      = ئەمڕۆ پێنجشەممە (16.9.2015) = 2015-09-16 day stated weekday_conflict
    2021-03-11 | بڕیارە هەفتەی داهاتوو ئۆپەراسیۆنێک دەست پێ بکات.
      = هەفتەی داهاتوو = 2021-03-14..2021-03-20 week relative future
    2021-09-01 | هەینیی ڕابردوو هێرشێک کرا.
      = هەینیی ڕابردوو = 2021-08-27 day relative
    2021-09-01 | هەینی داهاتوو دەست پێ دەکات.
      = هەینی داهاتوو = 2021-09-03 day relative future
    2021-09-01 | ڕۆژی یەکشەممە هێرشێک کرا.
      = ڕۆژی یەکشەممە = 2021-08-29 day relative
    2021-09-01 | یەک شەممەی ڕابردوو هێرشێک کرا.
      = یەک شەممەی ڕابردوو = 2021-08-29 day relative
    2021-09-01 | شەوی هەینی هێرشێک کرا.
      = شەوی هەینی = 2021-08-27 day relative night
    2021-09-01 | دوێنێ ئێوارە هێرشێک کرا.
      = دوێنێ ئێوارە = 2021-08-31 day relative evening
    2021-09-01 | پێنج ڕۆژ لەمەوبەر هێرشێک کرا.
      = پێنج ڕۆژ لەمەوبەر = 2021-08-27 day relative
    2021-09-01 | ڕۆژی هەینی ٢٧ی ئابی ٢٠٢١ هێرشێک کرا.
      = ڕۆژی هەینی ٢٧ی ئابی ٢٠٢١ = 2021-08-27 day stated
    2021-09-01 | لە مانگی ئازاردا هێرشێک کرا.
      = مانگی ئازاردا = 2021-03-01..2021-03-31 month stated
    2021-09-01 | لە ساڵی ٢٠١٤دا هێرشێک کرا.
      = لە ساڵی ٢٠١٤دا = 2014-01-01..2014-12-31 year stated
    2021-09-01 | لە نێوان ساڵانی ٢٠١٤ و ٢٠١٧ هێرشەکان کران.
      = لە نێوان ساڵانی ٢٠١٤ و ٢٠١٧ = 2014-01-01..2017-12-31 range stated span
    2021-09-01 | لە ٢٤ کاتژمێری ڕابردوودا هێرشێک کرا.
      = لە ٢٤ کاتژمێری ڕابردوودا = 2021-08-31..2021-09-01 range relative
    2021-09-01 | چەند هەفتەیەک لەمەوبەر هێرشێک کرا.
      = چەند هەفتەیەک لەمەوبەر = 2021-07-21..2021-09-01 range relative span
    2021-09-01 | لە ١٥ی گوڵان هێرشێک کرا.
      = ١٥ی گوڵان = - unresolved stated kurdish_month
    """
}
