import Glibc
import LinkReports
import Model

// Measures linking alone: `BenchmarkLinks [EVENTS] [YEARS]` makes that many events of reports, links
// them and prints one JSON line. The same numbers give the same events.

/// The processor time of this program in seconds.
func processorSeconds() -> Double {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6
    + Double(usage.ru_stime.tv_sec) + Double(usage.ru_stime.tv_usec) / 1e6
}

/// The largest resident set so far in MB.
func residentMegabytes() -> Double {
  var usage = rusage()
  getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
  return Double(usage.ru_maxrss) / 1024
}

func rounded(_ value: Double, _ digits: Double = 100) -> Double {
  (value * digits).rounded() / digits
}

let numbers = CommandLine.arguments.dropFirst().compactMap { Int($0) }
let count = numbers.first ?? 100_000
let years = numbers.dropFirst().first ?? 10

var generator = EventGenerator(seed: 1, years: years)
let events = generator.events(count)
let before = (seconds: processorSeconds(), megabytes: residentMegabytes())
let linked = try ReportLinker(weights: LinkWeights([:])).link(events)
let seconds = processorSeconds() - before.seconds
let joined = linked.count { $0.members.count > 1 }
print(
  "{\"benchmark\":\"links\",\"events\":\(count),\"years\":\(years),\"incidents\":\(generator.incidents)"
    + ",\"linked\":\(linked.count),\"of_several_reports\":\(joined)"
    + ",\"cpu_seconds\":\(rounded(seconds)),\"events_mb\":\(rounded(before.megabytes, 10))"
    + ",\"max_rss_mb\":\(rounded(residentMegabytes(), 10))}")
