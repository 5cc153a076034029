import Testing

@Suite("names of places in English")
struct EnglishNameTests {
  @Test(arguments: roles) func `roles of names`(_ example: MentionCase) {
    #expect(Recognition.written(example.text) == example.mentions)
  }

  static let roles: [MentionCase] = [
    .init("Students of the University of Mosul went home.", "Mosul=facility_name"),
    .init("The world changed after the 9/11 attacks.", "9/11 attacks=idiom"),
    .init("Baghdad Today reported a fire in Kalar.", "Baghdad=outlet | Kalar"),
    .init("The New York Times visited Fallujah.", "New York=outlet | Fallujah"),
    .init("Kurdistan 24 said a mortar fell on Kifri.", "Kurdistan=outlet | Kifri"),
    .init("Iranian artillery shelled Sidakan.", "Iranian=nisba | Sidakan"),
    .init("Two Iraqi soldiers were wounded in Baiji.", "Iraqi=nisba | Baiji"),
    .init("The mayor of Sinjar asked for reinforcements.", "Sinjar=jurisdiction"),
    .init("The governor of Nineveh visited Tal Afar.", "Nineveh=jurisdiction | Tal Afar"),
    .init("Turkey denied the report.", "Turkey=country_actor"),
    .init("The trucks crossed from Turkey into Zakho.", "Turkey | Zakho"),
    .init("Iraq condemned the shelling of Zakho.", "Iraq=country_actor | Zakho"),
    .init("The meeting was held in Iran.", "Iran"),
    .init("A bomb went off in Sadr City.", "Sadr City"),
    .init("The Nineveh Operations Command sent troops to Baaj.", "Nineveh=organisation | Baaj"),
    .init("Zakho beat Duhok in the league match.", "Zakho=organisation | Duhok=organisation"),
  ]

  @Test(arguments: names) func `words, longest names and lists`(_ example: MentionCase) {
    #expect(Recognition.written(example.text) == example.mentions)
  }

  static let names: [MentionCase] = [
    .init("Kirkuk's southern districts were calm.", "Kirkuk"),
    .init("Troops returned to Balad Ruz.", "Balad Ruz"),
    .init("Water levels fell behind the Mosul Dam and at Lake Hamrin.", "Mosul Dam | Lake Hamrin"),
    .init("Kurdish forces entered Daquq.", "Daquq"),
    .init("Families fled Salah al-Din province.", "Salah al-Din"),
    .init("Hit by drought, farmers left the plain.", ""),
    .init("The convoy was hit by a bomb in Ramadi.", "Ramadi"),
    .init("Gunmen attacked Tuz Khurmatu, Daquq and Kifri.", "Tuz Khurmatu | Daquq | Kifri"),
    .init("Rockets fell near Erbil International Airport.", "Erbil International Airport"),
    .init("Rockets fell near Baghdad International Airport.", "Baghdad International Airport"),
    .init("The army searched the Hamrin Mountains.", "Hamrin Mountains"),
    .init("Clashes broke out on Mount Sinjar.", "Mount Sinjar"),
    .init("The village of Bashir in Taza Khurmatu was shelled.", "Bashir | Taza Khurmatu"),
    .init("Displaced families returned to Anbar province.", "Anbar"),
    .init("The road links Tikrit to Baiji.", "Tikrit | Baiji"),
    .init("The parliament passed the budget after a long debate.", ""),
    .init("Prices rose again and shops closed early.", ""),
  ]
}
