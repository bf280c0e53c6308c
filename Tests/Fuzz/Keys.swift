import Cryptography
import Vocabulary

/// Keys for the fuzzer. The age secrets are those of the exchange vectors, which are public, so that
/// the vectors serve as first inputs; the rest is made from fixed bytes.
enum Keys {
  /// What opens the sealed files of the vectors.
  static let identities: [AgeIdentity] = secrets.compactMap { try? AgeIdentity(text: $0) }
  /// The key under which whatever is signed here stands.
  static let signing = SigningKey(seed: SecretBytes(copying: [UInt8](repeating: 7, count: 32)))
  /// The one channel.
  static let channel = ID(unchecked: [UInt8](repeating: 1, count: ID.length))

  private static let secrets = [
    "AGE-SECRET-KEY-1GFFLAQ4KY28XRL7372AD0EAQ9TGP2M7GXC842ELZDVXEQ92UMT8ST9WGQ6",
    "AGE-SECRET-KEY-16ANPXCHP80TTY4F4XJJJVTDKZDRZ6CWMPDG84GLRP49LP6K68RDQUK7WTX",
    "AGE-SECRET-KEY-1CXPLSPC6EVZDMHPHLQ2WSP8P4CAS5T6H8T343F8PUQHXYH9C5P9QC9UPHQ",
    "AGE-SECRET-KEY-12TTAV4XU8WS5Y5Q6X2V30FJMQKMR7DATE2L8ES283ZXAEN0PFY8QASU78W",
    "AGE-SECRET-KEY-1GJSRZV4RL38KCD7NCGCN4008W76Y5MG3PKCD52K6FQ6QWMX5CDMQZ26XV5",
  ]
}
