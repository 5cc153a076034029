import Model

/// Phrases with relations; the spots were measured on a map, not by the program.
enum RelationCases {
  static let distances: [RelationCase] = [
    .init(
      "قصفت المدفعية قرية تقع على بعد 10 كم شرق مندلي.", .distanceBearing,
      inside: [Spot(45.63, 33.735)], outside: [Spot(45.67, 33.748)], bearing: 90, km: 10),
    .init(
      "Planes struck a camp 30 km north of Zakho.", .distanceBearing, inside: [Spot(42.687, 37.41)],
      outside: [Spot(42.687, 37.2)], bearing: 0, km: 30),
    .init(
      "قتل راع في قرية تبعد 40 كم عن كفري باتجاه الجنوب الغربي.", .distanceBearing,
      inside: [Spot(44.7, 34.46)], outside: [Spot(45.2, 34.9), Spot(44.7, 34.9)], nil,
      bearing: 225, km: 40),
    .init(
      "A shepherd was killed 40 km outside Hawija, to the southwest.", .distanceBearing,
      inside: [Spot(43.5, 35.1)], outside: [Spot(44.05, 35.55), Spot(43.5, 35.55)], nil,
      bearing: 225, km: 40),
    .init(
      "سقطت قذائف على قرى في الشريط الحدودي مع سوريا.", .border,
      inside: [Spot(41.1, 34.4), Spot(42.1, 36.8)],
      outside: [Spot(43.13, 36.34), Spot(43.0, 37.25), Spot(39.3, 32.3)], .feature,
      radius: 50...120, point: false),
    .init(
      "Shells landed along the border with Turkey.", .border, inside: [Spot(43.4, 37.3)],
      outside: [Spot(43.0, 36.34), Spot(45.3, 36.2), Spot(42.0, 36.6)], .feature,
      radius: 30...90, point: false),
    .init(
      "عثر على الجثة على بعد ٢٠ كيلومترا شمالي تكريت.", .distanceBearing,
      inside: [Spot(43.679, 34.78)],
      outside: [Spot(43.679, 34.616), Spot(43.679, 34.45)], bearing: 0, km: 20),
    .init(
      "انفجرت عبوة في الشمال الشرقي من كركوك.", .bearing, inside: [Spot(44.49, 35.55)],
      outside: [Spot(44.29, 35.39)], bearing: 45),
    .init(
      "انفجرت عبوة على بعد نحو 12 كم إلى الجنوب من داقوق.", .distanceBearing,
      inside: [Spot(44.449, 35.031)], outside: [Spot(44.449, 35.25)], bearing: 180, km: 12),
    .init(
      "قتل راع جنوبي داقوق بنحو 12 كم.", .distanceBearing, inside: [Spot(44.449, 35.031)],
      outside: [Spot(44.449, 35.25)], bearing: 180, km: 12),
    .init(
      "A mine exploded about 30 km (19 miles) southwest of Kirkuk.", .distanceBearing,
      inside: [Spot(44.2, 35.31)], outside: [Spot(44.6, 35.62)], bearing: 225, km: 30),
    .init(
      "لوغمێک 20 کم ڕۆژئاوای کەرکووک تەقییەوە.", .distanceBearing, inside: [Spot(44.2, 35.468)],
      outside: [Spot(44.6, 35.468)], bearing: 270, km: 20),
    .init(
      "انفجرت عبوة على بعد 12 كم جنوب داقوق.", .distanceBearing, inside: [Spot(44.449, 35.031)],
      outside: [Spot(44.449, 35.139), Spot(44.449, 35.25)], bearing: 180, km: 12),
    .init(
      "سقطت القذيفة على مسافة 8 كيلومترات غرب بلدروز.", .distanceBearing,
      inside: [Spot(44.992, 33.696)], outside: [Spot(45.16, 33.696)], bearing: 270, km: 8),
    .init(
      "اندلعت الاشتباكات على بعد 30 كم شمال شرق المقدادية.", .distanceBearing,
      inside: [Spot(45.13, 34.14)], outside: [Spot(44.73, 33.82), Spot(44.93, 33.976)],
      bearing: 45, km: 30),
    .init(
      "انفجر لغم شمال شرقي خانقين بـ 15 كم.", .distanceBearing,
      inside: [Spot(45.44, 34.44), Spot(45.5, 34.48)],
      // Iran begins 8 km off: what lies behind the border is not meant.
      outside: [Spot(45.27, 34.25), Spot(45.49, 34.43)], bearing: 45, km: 15),
    .init(
      "هاجم المسلحون نقطة تبعد 115 كم شمال شرق بعقوبة.", .distanceBearing,
      inside: [Spot(44.935, 34.433)], outside: [Spot(44.2, 33.3), Spot(44.644, 33.747)], .region,
      radius: 25...60, point: false, bearing: 45, km: 115),
    .init(
      "A roadside bomb went off 20 km north of Tikrit.", .distanceBearing,
      inside: [Spot(43.679, 34.78)], outside: [Spot(43.679, 34.45)], bearing: 0, km: 20),
    .init(
      "The ambush took place 12 miles south of Kirkuk.", .distanceBearing,
      inside: [Spot(44.392, 35.31)], outside: [Spot(44.392, 35.6)], bearing: 180, km: 19.3),
    .init(
      "A mine exploded about 10 kilometers southwest of Makhmur.", .distanceBearing,
      inside: [Spot(43.51, 35.72)], outside: [Spot(43.66, 35.85)], bearing: 225, km: 10),
    .init(
      "لوغمێک لە 12 کیلۆمەتری باشووری داقوق تەقییەوە.", .distanceBearing,
      inside: [Spot(44.449, 35.031)], outside: [Spot(44.449, 35.25)], bearing: 180, km: 12),
  ]

  static let bearings: [RelationCase] = [
    .init(
      "هاجم مسلحون نقطة للجيش شمال بعقوبة.", .bearing, inside: [Spot(44.644, 33.85)],
      outside: [Spot(44.644, 33.6)], bearing: 0),
    .init(
      "احترق حقل جنوب شرقي داقوق.", .bearing, inside: [Spot(44.53, 35.07)],
      outside: [Spot(44.35, 35.22)], bearing: 135),
    .init(
      "سقطت قذيفة إلى الغرب من سامراء.", .bearing, inside: [Spot(43.78, 34.196)],
      outside: [Spot(44.0, 34.196)], bearing: 270),
    .init(
      "Gunmen attacked a checkpoint south of Samarra.", .bearing, inside: [Spot(43.886, 34.1)],
      outside: [Spot(43.886, 34.3)], bearing: 180),
    .init(
      "A bomb exploded northeast of Muqdadiya.", .bearing, inside: [Spot(45.02, 34.05)],
      outside: [Spot(44.84, 33.9)], bearing: 45),
    .init(
      "لە باشووری داقوق بۆمبێک تەقییەوە.", .bearing, inside: [Spot(44.449, 35.04)],
      outside: [Spot(44.449, 35.24)], bearing: 180),
    .init(
      "لە باکووری ڕۆژهەڵاتی کەرکووک هێرش کرا.", .bearing, inside: [Spot(44.49, 35.55)],
      outside: [Spot(44.29, 35.39)], bearing: 45),
    .init(
      "خرجت القوة خارج الموصل باتجاه الجنوب الشرقي فتعرضت لكمين.", .heading,
      inside: [Spot(43.29, 36.21)], outside: [Spot(42.9, 36.5), Spot(43.127, 36.341)],
      radius: 10...30, bearing: 135),
    .init(
      "The patrol was ambushed heading north from Tikrit.", .heading, inside: [Spot(43.679, 34.8)],
      outside: [Spot(43.679, 34.4)], radius: 10...30, bearing: 0),
  ]

  static let surroundings: [RelationCase] = [
    .init(
      "سقط صاروخ في أطراف مندلي.", .outskirts, inside: [Spot(45.5, 33.75)],
      outside: [Spot(45.665, 33.77)], radius: 4...11),
    .init(
      "سقط صاروخ قرب مندلي.", .near, inside: [Spot(45.555, 33.76), Spot(45.62, 33.72)],
      outside: [Spot(45.665, 33.77)], radius: 5...11),
    .init(
      "أصيب راع بالقرب من قرية بشير.", .near, inside: [Spot(44.31, 35.22)],
      outside: [Spot(44.6, 35.21)], radius: 2...8),
    .init(
      "وقع الهجوم في محيط ناحية جلولاء.", .outskirts, inside: [], outside: [Spot(44.6, 33.7)],
      .adm3,
      radius: 1...25, point: false),
    .init(
      "Rockets fell just outside Hawija.", .near, inside: [Spot(43.8, 35.36)],
      outside: [Spot(44.2, 35.33)], radius: 4...16),
    .init(
      "سقط صاروخ قرب جلولاء.", .near, inside: [Spot(45.169, 34.3)], outside: [Spot(45.169, 34.6)],
      radius: 5...15),
    .init(
      "اشتبك الجنود معهم على مقربة من طوز خورماتو.", .near, inside: [Spot(44.65, 34.92)],
      outside: [Spot(44.65, 35.3)], radius: 5...15),
    .init(
      "A drone fell close to Sinjar.", .near, inside: [Spot(41.864, 36.36)],
      outside: [Spot(41.864, 36.8)], radius: 5...15),
    .init(
      "لە نزیک کفری هێرش کرا.", .near, inside: [Spot(44.961, 34.73)],
      outside: [Spot(44.961, 35.1)], radius: 5...15),
    .init(
      "أصيب جندي في أطراف بيجي.", .outskirts, inside: [Spot(43.489, 34.975)],
      outside: [Spot(43.489, 35.3)], radius: 4...16),
    .init(
      "وقع الهجوم على مشارف الفلوجة.", .outskirts, inside: [Spot(43.786, 33.39)],
      outside: [Spot(43.786, 33.7)], radius: 4...16),
    .init(
      "Shells fell on the outskirts of Kirkuk.", .outskirts, inside: [Spot(44.392, 35.56)],
      outside: [Spot(44.392, 36.0)], radius: 4...20),
    .init(
      "لە قەراغی جەلەولا تەقە کرا.", .outskirts, inside: [Spot(45.169, 34.31)],
      outside: [Spot(45.169, 34.7)], radius: 4...16),
    .init(
      "انفجرت عبوة وسط بعقوبة.", .centre, inside: [Spot(44.644, 33.747)],
      outside: [Spot(44.644, 33.9)], .place, radius: 0.3...6),
    .init(
      "Gunfire was heard in downtown Kirkuk.", .centre, inside: [Spot(44.392, 35.468)],
      outside: [Spot(44.392, 35.65)], .place, radius: 0.3...6),
    .init(
      "لە ناوەڕاستی کەرکووک تەقە کرا.", .centre, inside: [Spot(44.392, 35.468)],
      outside: [Spot(44.392, 35.65)], .place, radius: 0.3...6),
  ]

  static let pairs: [RelationCase] = [
    .init(
      "عثر على جثة بين ناحيتي جلولاء والسعدية.", .between, inside: [Spot(45.143, 34.23)],
      outside: [Spot(45.4, 34.3)], nil, radius: 3...20, point: false),
    .init(
      "انقلبت شاحنة على الطريق الرئيسي بين بغداد وكركوك.", .road, inside: [],
      outside: [Spot(43.5, 34.9)], .feature, radius: 10...60, point: false),
    .init(
      "A convoy was hit on the road between Kirkuk and Hawija.", .road, inside: [],
      outside: [Spot(44.2, 35.8)], .feature, radius: 5...30, point: false),
    .init(
      "عثر على مضافة بين داقوق وطوز خورماتو.", .between, inside: [Spot(44.54, 35.01)],
      outside: [Spot(44.9, 35.3), Spot(44.2, 34.8)], nil, radius: 3...20, point: false),
    .init(
      "نصب كمين في المنطقة الواقعة بين تكريت وبيجي.", .between, inside: [Spot(43.585, 34.772)],
      outside: [Spot(43.9, 34.95)], nil, radius: 3...20, point: false),
    .init(
      "A body was found between Daquq and Tuz Khurmatu.", .between, inside: [Spot(44.54, 35.01)],
      outside: [Spot(44.9, 35.3)], nil, radius: 3...20, point: false),
    .init(
      "لە نێوان داقوق و خورماتوو تەرمێک دۆزرایەوە.", .between, inside: [Spot(44.54, 35.01)],
      outside: [Spot(44.9, 35.3)], nil, radius: 3...20, point: false),
    .init(
      "انفجرت عبوة على طريق كركوك - تكريت.", .road,
      inside: [], outside: [Spot(44.6, 34.6), Spot(43.5, 35.6)], .feature,
      radius: 5...40, point: false),
    .init(
      "استهدف مسلحون عجلة على الطريق الرابط بين المقدادية ومندلي.", .road,
      inside: [Spot(45.242, 33.862)], outside: [Spot(45.24, 34.2)], .feature, radius: 5...40,
      point: false),
    .init(
      "لە ڕێگای کەرکووک - هەولێر بۆمبێک تەقییەوە.", .road, inside: [Spot(44.392, 35.468)],
      outside: [Spot(44.7, 35.9)], .feature, radius: 5...40, point: false),
  ]

  static let parts: [RelationCase] = [
    .init(
      "نفذت القوات عملية شرقي ديالى.", .partOf, inside: [Spot(45.5, 33.75)],
      outside: [Spot(44.5, 33.75)], .region, radius: 15...120, point: false, bearing: 90),
    .init(
      "Troops searched caves in northern Diyala province.", .partOf, inside: [Spot(45.0, 34.45)],
      outside: [Spot(44.644, 33.6)], .region, radius: 15...120, point: false, bearing: 0),
    .init(
      "Militants hid in western Anbar.", .partOf, inside: [Spot(40.286, 33.037)],
      outside: [Spot(43.786, 33.349)], .region, radius: 30...300, point: false, bearing: 270),
    .init(
      "تنفذ القوات عملية غربي الأنبار.", .partOf, inside: [Spot(40.286, 33.037)],
      outside: [Spot(43.786, 33.349)], .region, radius: 30...300, point: false, bearing: 270),
    .init(
      "هبت عاصفة في شمال محافظة ديالى.", .partOf, inside: [Spot(45.0, 34.45)],
      outside: [Spot(44.644, 33.6)], .region, radius: 15...120, point: false, bearing: 0),
    .init(
      "A drought struck southern Anbar.", .partOf, inside: [Spot(42.255, 32.041)],
      outside: [Spot(41.919, 34.482)], .region, radius: 30...300, point: false, bearing: 180),
    .init(
      "شوهد المسلحون في أطراف محافظة ديالى.", .outskirts, inside: [Spot(45.45, 34.36)],
      outside: [Spot(44.93, 33.95)], .region, radius: 20...120, point: false),
    .init(
      "لە گوندێکی سنووری قەزای خانەقین ئاگر کەوتەوە.", .border, inside: [Spot(45.47, 34.4)],
      outside: [Spot(44.64, 33.75)], .adm2, radius: 5...40, point: false),
  ]
}
