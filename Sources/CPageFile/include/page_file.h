/// What SQLite keeps for each open file of a store.
///
/// SQLite allocates the record, hands out its address as a `sqlite3_file *` and knows its first
/// member alone, so that must come first: a layout that only C promises. The record of the VFS
/// underneath follows it in the same allocation. Everything else about these files is Swift, in
/// Sources/Store/Pages.
///
/// SQLite's header is not included: Swift would then know its types twice, from here and from
/// GRDBSQLite, and which of the two they belong to would change with the order of imports.
#ifndef AIRLOCK_PAGE_FILE_H
#define AIRLOCK_PAGE_FILE_H

struct airlock_page_file {
  /// All of a `sqlite3_file`: its `pMethods`.
  const void *methods;

  /// 1: main file, 2: write-ahead log.
  int kind;
  /// The keys, a Swift value: owned by the main file, lent to its log.
  void *keys;
  /// One frame (24 + 4096 bytes) as it stands on disk.
  unsigned char *frame;
  /// One page and 8 bytes more, in clear.
  unsigned char *clear;
  /// Nonces drawn in advance, and how many bytes of them are used up.
  unsigned char *nonces;
  int noncesUsed;

  /// Main file: pages known to be on disk; there may be more.
  long long pages;
  /// Log: SQLite writes a frame's header first and its page next (or never, where it only corrects
  /// a checksum). The header waits here, since both are sealed together.
  int headerWaits;
  long long headerOffset;
  unsigned char header[24];
};

typedef struct airlock_page_file airlock_page_file;

#endif
