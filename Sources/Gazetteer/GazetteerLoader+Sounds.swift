import Files
import Folding
import Model

extension GazetteerLoader {
  /// Reads how letters sound; without the table names are known in their own spelling only.
  mutating func readSounds() {
    var rules = SoundRules()
    let tokenizer = tokenizer
    source.rows("letters.tsv", ["id", "script", "from", "at", "sound"], isOptional: true) { row in
      let letters = row.string(row.column("from"))
      let sounds = Array(row.string(row.column("sound")).utf8)
      if row.holds(row.column("script"), "sound") {
        let sound = Array(letters.utf8)
        guard sound.count == 1, sounds.count == 1, rules.add(sound: sound[0], class: sounds[0])
        else {
          row.report(.error, "Z008", "one sound and one of at most 15 classes is expected")
          return
        }
        return
      }
      var buffer = TokenBuffer()
      tokenizer.tokenize(Array(letters.utf8).span, into: &buffer)
      guard buffer.tokens.count == 1 else {
        row.report(.error, "Z008", "the letters are not one word", cell: row.column("from"))
        return
      }
      if row.holds(row.column("script"), "silent") {
        rules.add(silent: buffer.keys)
        return
      }
      let place: SoundRules.Place
      switch row.string(row.column("at")) {
      case "initial": place = .initial
      case "final": place = .final
      default: place = .any
      }
      rules.add(letters: buffer.keys, place: place, sounds: sounds)
    }
    rules.finish()
    gazetteer.sounds = rules
  }
}
