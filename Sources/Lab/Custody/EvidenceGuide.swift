/// What stands beside evidence, for whoever has to check it without this program.
enum EvidenceGuide {
  static let text = #"""
    What rooms signed and what contradicts it, as a lab found it. Nothing here needs the lab, its keys
    or its program. Compare the card's fingerprint (sha256sum) with the one that the room told.

    With the program:  airlock-lab verify CASE --card ROOM.card --trust lab.trust

    By hand. A .note or .checkpoint is text, an empty line, and signature lines (C2SP signed-note).
    ROOM.card's fourth line is the room's Ed25519 key. To check one of them:

      sed '/^$/,$d' FILE > text
      sed -n 's/^— [^ ]* //p' FILE | head -n 1 | base64 -d | tail -c 64 > sig
      (printf 302a300506032b6570032100; sed -n 4p ROOM.card) | xxd -r -p > key.der
      openssl pkeyutl -verify -pubin -inkey key.der -keyform DER -rawin -in text -sigfile sig

    N-equivocation  held.note and offered.note verify under the same key; their lines 2 to 4 (channel,
                    epoch, sequence) are the same and the rest is not: the room signed two histories.
    N-log-fork      each log.jsonl gives the size and root of its checkpoint, both checkpoints verify,
                    and some line differs; or the offered log is shorter though its note is newer.
    N-room-revoked  the note of an archive that came from a room after it was revoked. The archive is
                    in the lab's archives under the digest that the note's fifth line names.

    Size and root of a log.jsonl (RFC 6962; the checkpoint's third line is the root in base64):

      import base64, hashlib, sys
      def tree(a):
          if len(a) < 2: return a[0]
          k = 1
          while k * 2 < len(a): k *= 2
          return hashlib.sha256(b'\1' + tree(a[:k]) + tree(a[k:])).digest()
      lines = open(sys.argv[1], 'rb').read().split(b'\n')[:-1]
      print(len(lines), base64.b64encode(tree([hashlib.sha256(b'\0' + l).digest() for l in lines])))

    """#
}
