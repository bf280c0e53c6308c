/// The one form of time in TUF: `YYYY-MM-DDTHH:MM:SSZ`, in UTC (TUF 1.0, section 4.2.3).
///
/// The Gregorian calendar is used for all years, from 0001 to 9999. There are no leap seconds.
public enum MetadataTime {
  private static let pattern = Array("dddd-dd-ddTdd:dd:ddZ".utf8)
  private static let daySeconds: Int64 = 86_400

  /// Whole seconds since 1970 of a time in exactly that form; nil for anything else.
  public static func seconds(_ text: String) -> Int64? {
    guard let numbers = numbers(in: Array(text.utf8)) else { return nil }
    let (year, month, day) = (numbers[0], numbers[1], numbers[2])
    guard year >= 1, (1...12).contains(month), (1...length(of: month, in: year)).contains(day),
      numbers[3] < 24, numbers[4] < 60, numbers[5] < 60
    else { return nil }
    let date = days(before: year) + days(before: month, in: year) + day - 1
    return date * daySeconds + numbers[3] * 3_600 + numbers[4] * 60 + numbers[5]
  }

  /// The form of so many seconds since 1970; nil outside the years 0001 to 9999.
  public static func text(_ seconds: Int64) -> String? {
    let date = floor(seconds, daySeconds)
    guard date >= days(before: 1), date < days(before: 10_000) else { return nil }
    let year = year(of: date)
    var month: Int64 = 1
    var day = date - days(before: year)
    while day >= length(of: month, in: year) {
      day -= length(of: month, in: year)
      month += 1
    }
    let clock = seconds - date * daySeconds
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day + 1, 2) + "T"
      + padded(clock / 3_600, 2) + ":" + padded(clock / 60 % 60, 2) + ":" + padded(clock % 60, 2)
      + "Z"
  }

  /// Year, month, day, hour, minute, second; nil unless digits and marks are where they belong.
  private static func numbers(in text: [UInt8]) -> [Int64]? {
    guard text.count == pattern.count else { return nil }
    var numbers: [Int64] = [0]
    for (character, expected) in zip(text, pattern) {
      if expected == UInt8(ascii: "d") {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(character) else { return nil }
        numbers[numbers.count - 1] =
          numbers[numbers.count - 1] * 10 + Int64(character - UInt8(ascii: "0"))
      } else {
        guard character == expected else { return nil }
        numbers.append(0)
      }
    }
    return numbers
  }

  private static func isLeap(_ year: Int64) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  private static func length(of month: Int64, in year: Int64) -> Int64 {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days from 1970-01-01 to the first day of `year`, negative for earlier ones.
  private static func days(before year: Int64) -> Int64 {
    let years = year - 1
    let sinceYearOne = years * 365 + years / 4 - years / 100 + years / 400
    return sinceYearOne - 719_162  // the same sum for 1970
  }

  private static func days(before month: Int64, in year: Int64) -> Int64 {
    (1..<month).reduce(0) { $0 + length(of: $1, in: year) }
  }

  /// The year that a day lies in: 400 years have 146,097 days, and the guess is then put right.
  private static func year(of date: Int64) -> Int64 {
    var year = 1970 + floor(date * 400, 146_097)
    while days(before: year) > date { year -= 1 }
    while days(before: year + 1) <= date { year += 1 }
    return year
  }

  private static func floor(_ value: Int64, _ divisor: Int64) -> Int64 {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
  }

  private static func padded(_ value: Int64, _ width: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
